using System.Net.Http.Headers;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>Sends the reference day to a server by remote write, a minute of ticks a request.</summary>
/// <param name="day">The day.</param>
/// <param name="asked">Series that queries will ask for; they carry the label <see cref="AskedLabel"/>.</param>
internal sealed class RemoteWriter(ReferenceDay day, IReadOnlyList<int> asked)
{
    /// <summary>Marks the series asked for, each with a value of its own: functions of PromQL drop the name.</summary>
    public const string AskedLabel = "asked";

    private const int TicksPerRequest = 12;

    /// <summary>Sends the day; gives the number of samples.</summary>
    public async Task<long> SendAsync(HttpClient client)
    {
        var batch = new RemoteWriteBatch();
        var labels = day.Series.Select(series => batch.Labels(LabelsOf(series))).ToArray();
        var columns = day.Series.Select(series => day.Column(series.Number)).ToArray();
        var samples = 0L;
        for (var first = 0; first < ReferenceDay.TicksPerDay; first += TicksPerRequest)
        {
            for (var series = 0; series < columns.Length; series++)
                samples += Add(batch, labels[series], columns[series], first);

            await PostAsync(client, batch.Take());
        }

        return samples;
    }

    private int Add(RemoteWriteBatch batch, byte[] labels, double[] column, int first)
    {
        var present = new List<(long, double)>(TicksPerRequest);
        for (var tick = first; tick < first + TicksPerRequest; tick++)
        {
            if (!double.IsNaN(column[tick]))
                present.Add(((day.Start + ((tick + 1) * ReferenceDay.Interval)).ToUnixTimeMilliseconds(), column[tick]));
        }

        if (present.Count > 0)
            batch.Add(labels, present);

        return present.Count;
    }

    private IEnumerable<(string Name, string Value)> LabelsOf(ReferenceSeries series)
    {
        yield return ("__name__", series.Key.Instrument.Name.Replace('.', '_'));
        foreach (var (name, value) in series.Key.Tags)
            yield return (name, value);

        if (asked.Contains(series.Number))
            yield return (AskedLabel, series.Number.ToString("000"));
    }

    private static async Task PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        content.Headers.ContentEncoding.Add("snappy");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/write") { Content = content };
        request.Headers.Add("X-Prometheus-Remote-Write-Version", "0.1.0");
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
