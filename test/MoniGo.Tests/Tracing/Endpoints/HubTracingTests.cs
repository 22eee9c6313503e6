using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Tests;

public sealed class HubTracingTests
{
    [Fact]
    public async Task A_hub_method_with_the_attribute_is_counted_and_others_are_not()
    {
        await using var host = await StartAsync();
        await using var hub = await HubConversation.OpenAsync(host, "/mixed");

        Assert.Contains("\"result\":3", await hub.InvokeAsync("Add", "1,2"), StringComparison.Ordinal);
        Assert.Contains("\"result\":-1", await hub.InvokeAsync("Subtract", "1,2"), StringComparison.Ordinal);

        Assert.Equal(["HubTracingTests.MixedHub.Add(int,int)->Task<int> x 1"], host.Counted());
    }

    [Fact]
    public async Task The_attribute_on_a_hub_covers_its_methods_and_the_connection_itself_is_never_timed()
    {
        await using var host = await StartAsync();
        await using (var hub = await HubConversation.OpenAsync(host, "/traced"))
        {
            await hub.InvokeAsync("Hello", "");
            await hub.InvokeAsync("Own", "");
        }

        Assert.Equal(["HubTracingTests.TracedHub.Hello()->string x 1", "own x 1"], host.Counted());
    }

    [Fact]
    public async Task A_hub_method_that_throws_is_counted_by_type()
    {
        await using var host = await StartAsync();
        await using var hub = await HubConversation.OpenAsync(host, "/mixed");

        Assert.Contains("\"error\":", await hub.InvokeAsync("Fail", ""), StringComparison.Ordinal);

        Assert.Equal(1, TracerReading.Of(host.Tracer).Errors<FormatException>("fail"));
    }

    [Fact]
    public async Task A_streaming_hub_method_streams_as_ever_and_counts_once()
    {
        await using var host = await StartAsync();
        await using var hub = await HubConversation.OpenAsync(host, "/mixed");

        Assert.Equal(
            ["""{"type":2,"invocationId":"1","item":0}""", """{"type":2,"invocationId":"1","item":1}""", """{"type":3,"invocationId":"1"}"""],
            await hub.StreamAsync("Count", "2"));

        Assert.Equal(["count x 1"], host.Counted());
    }

    private static Task<TracedHost> StartAsync() => TracedHost.StartAsync(
        app =>
        {
            app.MapHub<MixedHub>("/mixed");
            app.MapHub<TracedHub>("/traced");
        },
        services => services.AddSignalR());

    public sealed class MixedHub : Hub
    {
        [MoniGoTrace]
        public async Task<int> Add(int one, int other)
        {
            await Task.Yield();
            return one + other;
        }

        public int Subtract(int one, int other) => one - other;

        [MoniGoTrace(Name = "fail")]
        public void Fail() => throw new FormatException();

        [MoniGoTrace(Name = "count")]
        public async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 0; i < to; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return i;
            }
        }
    }

    [MoniGoTrace]
    public sealed class TracedHub : Hub
    {
        public string Hello() => "hello";

        [MoniGoTrace(Name = "own")]
        public string Own() => "own";
    }
}
