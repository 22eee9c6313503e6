using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class EndpointTableTests
{
    private static readonly InstrumentInfo Durations = new(
        PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s", Meter: "Microsoft.AspNetCore.Hosting");

    private readonly TickScript _ticks = new(Noon);

    [Fact]
    public void Read_Snapshot_GroupsByRouteAndMethod()
    {
        var rows = EndpointTable.Read(Requests(
            ("/orders/{id}", "GET", "200", null, [0.1, 0.1, 0.1]),
            ("/orders/{id}", "GET", "404", null, [0.1]),
            ("/orders/{id}", "GET", "500", "TimeoutException", [2]),
            ("/orders/{id}", "POST", "201", null, [0.6]),
            (null, "GET", "404", null, [0.01, 0.01])), null);

        Assert.Equal(
            [("/orders/{id}", "GET", 5, 1, 1), ("/orders/{id}", "POST", 1, 0, 0), ("(unmatched)", "GET", 2, 0, 2)],
            rows.Select(row => (row.Route, row.Method, row.Requests, row.Errors, row.ClientErrors)));
        Assert.Equal(2.4, rows[0].TotalSeconds, 9);
        Assert.Equal(1, rows.Sum(row => row.TimeShare), 9);
        Assert.InRange(rows[0].P50!.Value, 0.097, 0.103);
        Assert.InRange(rows[0].P99!.Value, 1.95, 2.05);
        Assert.Equal(0.2, rows[0].ErrorShare);
    }

    [Theory]
    [InlineData("499", null, 0)]
    [InlineData("500", null, 1)]
    [InlineData("503", "503", 1)]
    [InlineData("200", "System.IO.IOException", 1)]
    [InlineData(null, null, 0)]
    public void Read_StatusOrErrorType_MakesAnError(string? status, string? error, long errors) =>
        Assert.Equal(errors, EndpointTable.Read(Requests(("/", "GET", status, error, [0.1])), null).Single().Errors);

    [Theory]
    [InlineData("GET", "101")]
    [InlineData("CONNECT", "200")]
    public void Read_WebSockets_AreCountedAndTakeNoTime(string method, string status)
    {
        var rows = EndpointTable.Read(Requests(("/orders", "GET", "200", null, [0.1]), ("/chat", method, status, null, [3600])), null);

        Assert.Equal([("/orders", 1, 1d), ("/chat", 1, 0d)], rows.Select(row => (row.Route, row.Requests, row.TimeShare)));
        Assert.Null(rows[1].P95);
    }

    [Fact]
    public void Read_TwoSnapshots_TellsWhatCameBetweenAndLeavesTheIdleOut()
    {
        var previous = Requests(("/a", "GET", "200", null, [1, 1]), ("/b", "GET", "200", null, [1]));
        var latest = Requests(("/a", "GET", "200", null, [1, 1, 3]), ("/b", "GET", "200", null, [1]));

        var row = Assert.Single(EndpointTable.Read(latest, previous));

        Assert.Equal(("/a", 1, 0.2, 3d), (row.Route, row.Requests, row.Rate, row.TotalSeconds));
    }

    [Fact]
    public async Task ReadAsync_Range_AddsUpItsWindows()
    {
        var store = new SampleStore(new(), time: new FakeTime(Noon + TimeSpan.FromMinutes(1)));
        await store.AppendAsync(StreamId.Local, Requests(("/a", "GET", "200", null, [1])));
        await store.AppendAsync(StreamId.Local, Requests(("/a", "GET", "200", null, [1, 1]), ("/a", "GET", "500", null, [1])));
        await store.AppendAsync(StreamId.Local, Requests(("/a", "GET", "200", null, [1, 1, 1]), ("/a", "GET", "500", null, [1])));

        var row = Assert.Single(await EndpointTable.ReadAsync(new(store), new(Noon + TimeSpan.FromSeconds(5), Noon + TimeSpan.FromSeconds(15))));

        Assert.Equal((3, 1, 0.3), (row.Requests, row.Errors, row.Rate!.Value));
    }

    private Snapshot Requests(params (string? Route, string Method, string? Status, string? Error, double[] Seconds)[] requests) =>
        _ticks.Next(b =>
        {
            foreach (var (route, method, status, error, seconds) in requests)
            {
                var tags = TagSet.Of(PlatformInstruments.Method, method);
                tags = route is null ? tags : tags.With(PlatformInstruments.Route, route);
                tags = status is null ? tags : tags.With(PlatformInstruments.StatusCode, status);
                tags = error is null ? tags : tags.With(PlatformInstruments.ErrorType, error);
                b.Add(new(Durations, tags), Recorded(seconds));
            }
        });
}
