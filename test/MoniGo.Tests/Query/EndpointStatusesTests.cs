using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class EndpointStatusesTests : IAsyncDisposable
{
    private static readonly InstrumentInfo Durations = new(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s");

    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromMinutes(1)));
    private readonly TickScript _ticks = new(Noon);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task ReadAsync_Requests_AreToldApartByStatusAndReason()
    {
        await RequestsAsync(
            ("/orders", "GET", "200", "", [0.1, 0.1, 0.1]), ("orders", "GET", "200", "", [0.3]),
            ("/orders", "GET", "500", "System.TimeoutException", [30]), ("/orders", "GET", "503", "503", [0.01]), ("/orders", "POST", "201", "", [0.2]));

        var rows = await ReadAsync("/orders", "GET");

        Assert.Equal([("200", "", 4), ("500", "System.TimeoutException", 1), ("503", "", 1)], rows.Select(row => (row.Status, row.Error, (int)row.Durations.Count)));
        Assert.Equal(1, rows.Sum(row => row.Share), 9);
        Assert.Equal(4 / 5d, rows[0].Rate, 9);
    }

    [Fact]
    public async Task ReadAsync_Unmatched_AreThoseWithoutARoute()
    {
        await RequestsAsync(("", "GET", "404", "", [0.1]), ("/orders", "GET", "404", "", [0.1, 0.1]));

        Assert.Equal(1, Assert.Single(await ReadAsync(EndpointRow.Unmatched, "GET")).Durations.Count);
    }

    [Theory]
    [InlineData("/orders/{id}", "GET")]
    [InlineData("(unmatched)", "POST")]
    public void Endpoint_OfASpanNamedAfterIt_IsTheSame(string route, string method)
    {
        var span = new Span("t", "s", null, RequestSpans.NameOf(route, method), Noon, TimeSpan.Zero, null, TagSet.Empty);

        Assert.Equal((route, method), RequestSpans.Endpoint(span));
        Assert.Null(RequestSpans.Endpoint(span with { Name = "odd" }));
    }

    // Twice, first without any: a store counts growth, so it must know the series first.
    private async Task RequestsAsync(params (string Route, string Method, string Status, string Error, double[] Seconds)[] requests)
    {
        await TickAsync([.. requests.Select(request => request with { Seconds = [] })]);
        await TickAsync(requests);
    }

    private async Task TickAsync((string Route, string Method, string Status, string Error, double[] Seconds)[] requests) =>
        await _store.AppendAsync(StreamId.Local, _ticks.Next(b =>
        {
            foreach (var (route, method, status, error, seconds) in requests)
            {
                var tags = TagSet.Create(new(PlatformInstruments.Method, method), new(PlatformInstruments.StatusCode, status));
                tags = route.Length > 0 ? tags.With(PlatformInstruments.Route, route) : tags;
                b.Add(new(Durations, error.Length > 0 ? tags.With(PlatformInstruments.ErrorType, error) : tags), Recorded(seconds));
            }
        }));

    private ValueTask<IReadOnlyList<EndpointStatusRow>> ReadAsync(string route, string method) => EndpointStatuses.ReadAsync(
        new(_store), new(PlatformInstruments.RequestDuration, EndpointSelector.Of(route, method)), new(Noon + TimeSpan.FromSeconds(5), Noon + TimeSpan.FromSeconds(10)), TestContext.Current.CancellationToken);
}
