using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What a page's readers share, however many things and searches they ask for.</summary>
public sealed class DashboardAnswerTests
{
    [Fact]
    public async Task The_same_view_is_read_once_a_tick_and_others_are_read_for_themselves()
    {
        await using var host = await DashboardHost.StartAsync();
        var answers = host.Services.GetRequiredService<PageAnswers>();
        var page = host.Services.GetRequiredService<PageRegistry>().Find("function")!;

        var first = await answers.GetAsync(page, ViewOf("a"), default);
        Assert.Same(first, await answers.GetAsync(page, ViewOf("a"), default));
        Assert.NotSame(first, await answers.GetAsync(page, ViewOf("b"), default));
        await host.TickAsync();
        Assert.NotSame(first, await answers.GetAsync(page, ViewOf("a"), default));
    }

    [Fact]
    public async Task Only_so_many_single_things_are_kept_of_a_tick()
    {
        await using var host = await DashboardHost.StartAsync();
        var answers = host.Services.GetRequiredService<PageAnswers>();
        var page = host.Services.GetRequiredService<PageRegistry>().Find("function")!;
        for (var number = 0; number < 200; number++)
            await answers.GetAsync(page, ViewOf($"f{number}"), default);

        var beyond = await answers.GetAsync(page, ViewOf("one more"), default);
        Assert.NotSame(beyond, await answers.GetAsync(page, ViewOf("one more"), default));
    }

    [Fact]
    public async Task What_another_site_asked_for_is_not_compressed()
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.Equal("br", await EncodingAsync("/monigo/functions?q=cart", "same-origin"));
        Assert.Null(await EncodingAsync("/monigo/functions?q=cart", "cross-site"));
        Assert.Equal("br", await EncodingAsync("/monigo/functions", "cross-site"));

        async Task<string?> EncodingAsync(string path, string site) =>
            (await host.SendAsync(path, null, ("Accept-Encoding", "br"), ("Sec-Fetch-Site", site))).Content.Headers.ContentEncoding.SingleOrDefault();
    }

    private static View ViewOf(string function) => new(ViewRange.All[0], null, null, Live: true) { Subject = TagSet.Of("name", function) };
}
