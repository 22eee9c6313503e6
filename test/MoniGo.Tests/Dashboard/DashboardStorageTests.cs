using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>The Storage page, and what every page says of the store.</summary>
public sealed class DashboardStorageTests
{
    private static readonly StoreStatus Well = DescribedStore.OnDisk(DashboardHost.Start);

    [Fact]
    public async Task The_page_shows_the_tiers_with_their_reach_and_size()
    {
        await using var host = await StartAsync(Well);

        var rows = (await PanelAsync(host, "tiers")).GetProperty("rows").EnumerateArray().Select(Cells);

        Assert.Equal(
            [
                ["raw", "tick", "7 d", "168", "20 MB", View(Well.Tiers[0].Oldest), "7 d"],
                ["minute", "1 min", "90 d", "61", "9 MB", View(Well.Tiers[1].Oldest), "61 d"],
                ["hour", "1 h", "2 y", "2", "1 MB", View(Well.Tiers[2].Oldest), "61 d"],
            ],
            rows);
    }

    [Theory]
    [InlineData("store-per-series", "9.38", "KB/day", "raw ticks", null)]
    [InlineData("store-size", "30", "MB", "of 256 MB on disk, 11.7 %", null)]
    [InlineData("store-series", "312", "", "640 KB held", null)]
    [InlineData("store-log", "256", "KB", "open hour", null)]
    [InlineData("store-sync", "22", "s ago", "every 30 s", null)]
    [InlineData("store-writes", "fine", "", "none failed", "good")]
    [InlineData("store-damage", "0", "", "none found", null)]
    public async Task A_store_that_is_well_states_its_facts(string panel, string text, string unit, string detail, string? tone)
    {
        await using var host = await StartAsync(Well);

        await AssertFactAsync(host, panel, (text, unit, detail, tone));
    }

    [Fact]
    public async Task Failed_writes_and_damage_stand_out_with_their_reason()
    {
        var ill = Well with { Kind = "memory", Problem = "No space left on device.", WriteFailures = 3, Damaged = 2, LastDamage = "raw-17.seg is cut" };
        await using var host = await StartAsync(ill);

        await AssertFactAsync(host, "store-writes", ("failing", "", "kept in memory", "bad"));
        await AssertFactAsync(host, "store-damage", ("2", "", "raw-17.seg is cut", "warn"));
        var html = await host.GetPageAsync("/monigo/storage");
        Assert.Contains("<b>History is kept in memory for now.</b> No space left on device.", html, StringComparison.Ordinal);
        Assert.Contains("<b>2 damaged pieces of history were set aside.</b> Last: raw-17.seg is cut", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_that_work_again_are_not_called_a_problem()
    {
        await using var host = await StartAsync(Well with { WriteFailures = 3 });

        await AssertFactAsync(host, "store-writes", ("fine", "", "3 failed before", "warn"));
        Assert.DoesNotContain("notice bad", await host.GetPageAsync("/monigo/storage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_in_memory_says_that_its_history_ends_with_the_process_and_what_to_do()
    {
        await using var host = await StartAsync(new("memory", TimeSpan.FromDays(7), 1024, 8192, null));
        var html = await host.GetPageAsync("/monigo/storage");

        Assert.Contains("<b>History ends with the process.</b> Set MoniGo:Storage:Type to Disk", html, StringComparison.Ordinal);
        Assert.Matches("data-table=\"tiers\".*?<b>No tiers</b>", html.ReplaceLineEndings(""));
        await AssertFactAsync(host, "store-log", ("–", "", "nothing on disk", null));
        await AssertFactAsync(host, "store-sync", ("–", "", "nothing on disk", null));
        await AssertFactAsync(host, "store-writes", ("–", "", "nothing on disk", null));
        await AssertFactAsync(host, "store-per-series", ("–", "", "after an hour", null));
        Assert.DoesNotContain("History ends", await host.GetPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_and_damage_show_in_the_rail_of_every_page_and_lead_to_the_page()
    {
        await using var host = await StartAsync(Well with { Problem = "/srv/shop/monigo is held by process 4711.", Damaged = 1 });
        var html = await host.GetPageAsync();

        Assert.Matches("<p class=\"warning tone-bad\">.*?aria-label=\"Warning\".*?<span>/srv/shop/monigo is held by process 4711.</span>", html.ReplaceLineEndings(""));
        Assert.Contains("<span>One damaged piece of history was set aside</span>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/monigo/storage?range=15m\" data-keep=\"storage\">Storage</a>", html, StringComparison.Ordinal);
        Assert.Contains("<b>The history has a problem.</b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_well_warns_of_nothing()
    {
        await using var host = await StartAsync(Well);

        Assert.DoesNotContain("class=\"warning", await host.GetPageAsync("/monigo/storage"), StringComparison.Ordinal);
        Assert.DoesNotMatch("class=\"notice[^\"]*\"><i", await host.GetPageAsync("/monigo/storage"));
    }

    [Fact]
    public async Task The_rail_says_what_the_store_takes_and_how_far_it_reaches_back()
    {
        await using var host = await StartAsync(Well);
        var html = await host.GetPageAsync();

        Assert.Contains("data-store-place>disk, 61 d back</span>", html, StringComparison.Ordinal);
        Assert.Contains("<p data-store-text>30 MB of 256 MB</p>", html, StringComparison.Ordinal);
        Assert.Contains("data-store-share width=\"11.7\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_tick_says_how_the_store_is_doing_as_the_page_does()
    {
        var ill = Well with { Problem = "No space left on device.", Damaged = 1 };
        await using var host = await StartAsync(ill);
        using var live = await host.OpenLiveAsync();
        await host.Feed.WhenSubscribed(1);
        await host.TickAsync();

        var told = (await NextAsync(live)).GetProperty("store");
        Assert.Equal(
            """{"place":"disk, 61 d back","text":"30 MB of 256 MB","share":11.7,"warnings":[{"tone":"bad","title":"","text":"No space left on device."},{"tone":"warn","title":"","text":"One damaged piece of history was set aside"}],"notes":[{"tone":"bad","title":"The history has a problem.","text":"No space left on device."}]}""",
            told.GetRawText());
        using var page = JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=overview"));
        Assert.Equal(told.GetRawText(), page.RootElement.GetProperty("store").GetRawText());
    }

    [Fact]
    public async Task Restarts_are_listed_with_process_version_and_end()
    {
        await using var host = await StartAsync(Well);
        var events = host.Services.GetRequiredService<IEventLog>();
        var now = SyntheticService.Resource;
        var before = now with { InstanceId = "before", ProcessId = 17, ServiceVersion = "1.0" };
        await events.AppendAsync(ProcessRuns.Start(before, DashboardHost.Start.AddHours(-30)));
        await events.AppendAsync(ProcessRuns.Stop(before, DashboardHost.Start.AddHours(-6)));
        await events.AppendAsync(ProcessRuns.Start(before with { InstanceId = "killed", ProcessId = 18 }, DashboardHost.Start.AddHours(-5)));
        await events.AppendAsync(ProcessRuns.Start(now, DashboardHost.Start.AddHours(-4)));

        var rows = (await PanelAsync(host, "restarts")).GetProperty("rows").EnumerateArray().Select(Cells);

        Assert.Equal(
            [
                [View(DashboardHost.Start.AddHours(-4)), now.ServiceVersion, $"{now.ProcessId}", "4 h", "running"],
                [View(DashboardHost.Start.AddHours(-5)), "1.0", "18", "–", "cut off"],
                [View(DashboardHost.Start.AddHours(-30)), "1.0", "17", "24 h", View(DashboardHost.Start.AddHours(-6))],
            ],
            rows);
        using var answer = JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=storage&range=6h"));
        Assert.Equal(
            [(18, "1.0"), (now.ProcessId, now.ServiceVersion)],
            answer.RootElement.GetProperty("restarts").EnumerateArray().Select(mark => (mark.GetProperty("pid").GetInt32(), mark.GetProperty("version").GetString()!)));
        Assert.Contains($"<td class=\"moment\">{DashboardHost.Start.AddHours(-4):MMM d, HH:mm}</td>", await host.GetPageAsync("/monigo/storage"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 0, "5m 15m 1h 6h 24h 7d")]
    [InlineData(7, 90, "5m 15m 1h 6h 24h 7d 30d")]
    [InlineData(0, 0, "5m 15m 1h 6h 24h 7d 30d")]
    [InlineData(1, 0, "5m 15m 1h 6h 24h")]
    public async Task The_bar_offers_the_ranges_that_the_store_can_hold(int days, int rollUpDays, string expected)
    {
        var status = new StoreStatus("disk", TimeSpan.FromDays(days), 0, 0, null)
        {
            Tiers = rollUpDays == 0 ? [] : [new("minute", TimeSpan.FromMinutes(1), TimeSpan.FromDays(rollUpDays), 0, 0, null)],
        };
        await using var host = await StartAsync(status);

        Assert.Equal(expected, Ranges(await host.GetPageAsync()));
        Assert.EndsWith(" 30d", Ranges(await host.GetPageAsync("/monigo/?range=30d")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiers_are_read_at_each_tick_for_they_say_how_things_are_now()
    {
        await using var host = await DashboardHost.StartAsync();
        using var live = await host.OpenLiveAsync("?page=storage&range=24h");
        await host.Feed.WhenSubscribed(1);
        await host.TickAsync();
        await NextAsync(live);
        await host.TickAsync();

        var second = await NextAsync(live);

        Assert.True(second.GetProperty("panels").GetProperty("tiers").TryGetProperty("rows", out _));
        Assert.False(second.GetProperty("panels").TryGetProperty("restarts", out _));
    }

    private static Task<DashboardHost> StartAsync(StoreStatus status) =>
        DashboardHost.StartAsync(services: services => services.AddSingleton<ISampleReader>(new DescribedStore(status)));

    private static async Task<JsonElement> PanelAsync(DashboardHost host, string panel)
    {
        using var json = JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=storage"));
        return json.RootElement.GetProperty("panels").GetProperty(panel).Clone();
    }

    private static async Task AssertFactAsync(DashboardHost host, string panel, (string Text, string Unit, string Detail, string? Tone) expected)
    {
        var tile = (await PanelAsync(host, panel)).GetProperty("tile");
        string? Get(string name) => tile.TryGetProperty(name, out var value) ? value.GetString() : null;

        Assert.Equal(expected, (Get("text"), Get("unit"), Get("detail"), Get("tone")));
    }

    private static async Task<JsonElement> NextAsync(StreamReader live)
    {
        while (await live.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private static string Ranges(string html) =>
        string.Join(' ', Regex.Matches(html, "(?<=data-range=\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value));

    private static string View(DateTimeOffset? moment) => MoniGo.Dashboard.View.Write(moment!.Value);

    private static string[] Cells(JsonElement row) => [.. row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!)];
}
