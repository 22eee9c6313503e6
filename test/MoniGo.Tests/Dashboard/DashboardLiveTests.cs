using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class DashboardLiveTests
{
    [Fact]
    public async Task A_stream_tells_each_tick_and_ends_when_the_host_stops()
    {
        await using var host = await DashboardHost.StartAsync();
        using var live = await host.OpenLiveAsync();
        await host.Feed.WhenSubscribed(1);
        await host.TickAsync();

        using var tick = JsonDocument.Parse(await NextAsync(live, "tick"));
        Assert.Equal((DashboardHost.Start + TimeSpan.FromSeconds(15)).ToUnixTimeSeconds(), tick.RootElement.GetProperty("time").GetDouble());
        var panels = tick.RootElement.GetProperty("panels");
        Assert.True(panels.GetProperty("latency").GetProperty("values").TryGetProperty("p95", out _));
        Assert.NotEqual("", panels.GetProperty("requests").GetProperty("tile").GetProperty("text").GetString());
        Assert.NotEqual(0, panels.GetProperty("slowest-endpoints").GetProperty("rows").GetArrayLength());

        host.BeginShutdown();
        Assert.Equal("stopping", await NextAsync(live, "end"));
        Assert.Equal("", (await live.ReadToEndAsync()).Trim());
    }

    [Fact]
    public async Task A_stream_may_not_be_stored_or_buffered()
    {
        await using var host = await DashboardHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri("/monigo/live?page=overview", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
    }

    [Fact]
    public async Task A_tick_is_serialised_once_for_all_who_watch_the_same()
    {
        await using var host = await DashboardHost.StartAsync();
        var streams = new List<StreamReader>();
        for (var viewer = 0; viewer < 25; viewer++)
            streams.Add(await host.OpenLiveAsync());

        await host.Feed.WhenSubscribed(1);
        await host.TickAsync();
        var events = await Task.WhenAll(streams.Select(stream => NextAsync(stream, "tick")));

        Assert.Single(events.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, host.Services.GetRequiredService<LiveBroadcast>().Serialised);
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task One_viewer_too_many_is_told_when_to_come_again()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardSettings { MaxViewers = 2 });
        using var first = await host.OpenLiveAsync();
        using var second = await host.OpenLiveAsync("?page=overview&range=1h");
        var third = await host.SendAsync("/monigo/live?page=overview");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(30), third.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_stream_that_grew_old_asks_to_be_renewed()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardSettings { StreamLifetime = TimeSpan.Zero });
        using var live = await host.OpenLiveAsync();

        Assert.Equal("renew", await NextAsync(live, "end"));
    }

    [Fact]
    public async Task Ticks_are_followed_only_while_somebody_watches()
    {
        await using var host = await DashboardHost.StartAsync();
        var broadcast = host.Services.GetRequiredService<LiveBroadcast>();
        var page = host.Services.GetRequiredService<PageRegistry>().Home;
        var view = new View(ViewRange.All[0], null, null, Live: true);
        Assert.Equal(0, host.Feed.Subscriptions);

        var viewer = broadcast.TryJoin(page, view)!;
        await host.Feed.WhenSubscribed(1);
        broadcast.Leave(viewer);
        broadcast.Leave(viewer);
        await host.Feed.WhenSubscribed(0);
        Assert.Equal(0, broadcast.Viewers);
    }

    [Fact]
    public async Task A_viewer_that_does_not_read_loses_the_oldest_events_and_they_are_counted()
    {
        await using var host = await DashboardHost.StartAsync();
        var broadcast = host.Services.GetRequiredService<LiveBroadcast>();
        var viewer = broadcast.TryJoin(host.Services.GetRequiredService<PageRegistry>().Home, new(ViewRange.All[0], null, null, true))!;
        for (var sent = 1; sent <= 9; sent++)
            viewer.Send(new[] { (byte)sent });

        Assert.True(viewer.Events.TryRead(out var oldest));
        Assert.Equal(6, oldest.Span[0]);
        Assert.Equal(5, broadcast.Dropped);
    }

    [Fact]
    public async Task Open_streams_are_in_the_next_snapshot()
    {
        await using var host = await DashboardHost.StartAsync();
        using var live = await host.OpenLiveAsync();
        var source = Assert.Single(host.Services.GetServices<ISnapshotSource>());
        var builder = new SnapshotBuilder();
        builder.Begin(DashboardHost.Start);
        source.Collect(builder);

        var snapshot = builder.Build(SyntheticService.Resource, 1, 1);
        Assert.Equal(1, snapshot.Find(OwnInstruments.Viewers.Name, TagSet.Empty)!.Value.Value);
    }

    [Fact]
    public void Tables_of_a_long_range_are_not_read_at_every_tick()
    {
        var topic = new LiveTopic(new PageRegistry(new(), []).Home, new(ViewRange.Find("24h"), null, null, true));

        Assert.True(topic.TakeRows(DashboardHost.Start));
        Assert.False(topic.TakeRows(DashboardHost.Start + TimeSpan.FromSeconds(5)));
        Assert.True(topic.TakeRows(DashboardHost.Start + TimeSpan.FromMinutes(24)));
    }

    [Fact]
    public void Tables_that_take_long_to_read_rest_the_longer()
    {
        var topic = new LiveTopic(new PageRegistry(new(), []).Home, new(ViewRange.Find("5m"), null, null, true));
        Assert.True(topic.TakeRows(DashboardHost.Start));
        topic.RowsTook(TimeSpan.FromSeconds(0.5));

        Assert.False(topic.TakeRows(DashboardHost.Start + TimeSpan.FromSeconds(5)));
        Assert.True(topic.TakeRows(DashboardHost.Start + TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Different_things_are_followed_up_to_a_limit_and_the_same_one_by_all()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardSettings { MaxTopics = 2 });
        using var first = await host.OpenLiveAsync("?page=function&name=a");
        using var second = await host.OpenLiveAsync("?page=function&name=b");
        using var again = await host.OpenLiveAsync("?page=function&name=b");
        var third = await host.SendAsync("/monigo/live?page=function&name=c");

        Assert.Equal(3, host.Services.GetRequiredService<LiveBroadcast>().Viewers);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.StatusCode);
    }

    /// <summary>Reads the data of the next event of a kind.</summary>
    private static async Task<string> NextAsync(StreamReader stream, string kind)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line != "event: " + kind)
                continue;

            while ((line = await stream.ReadLineAsync()) is not null)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    return line["data: ".Length..];
            }
        }

        throw new EndOfStreamException($"The stream ended before an event '{kind}'.");
    }
}
