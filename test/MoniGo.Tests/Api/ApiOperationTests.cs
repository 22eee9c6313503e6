using System.Net;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class ApiOperationTests
{
    private static readonly Operation Running = new("op-2", "cpu-profile", OperationState.Running, 0.5, "ada", ApiSnapshots.Start);
    private static readonly Operation Done = Running with { Id = "op-1", State = OperationState.Succeeded, Progress = 1, Ended = ApiSnapshots.Start.AddSeconds(9), ResultId = "blob-1" };

    [Fact]
    public async Task Operations_are_listed_and_found()
    {
        await using var host = await WithOperationsAsync();
        var list = (await host.GetJsonAsync("/monigo/api/v1/operations")).GetProperty("operations");
        Assert.Equal(["op-2", "op-1"], list.EnumerateArray().Select(operation => operation.GetProperty("id").GetString()));
        Assert.Equal(
            """{"id":"op-1","kind":"cpu-profile","state":"succeeded","progress":1,"started_by":"ada","started":"2026-11-20T12:00:00Z","ended":"2026-11-20T12:00:09Z","result_id":"blob-1"}""",
            (await host.GetJsonAsync("/monigo/api/v1/operations/op-1")).GetRawText());
    }

    [Theory]
    [InlineData("POST", "op-2/cancel")]
    [InlineData("DELETE", "op-2")]
    public async Task A_running_operation_can_be_cancelled_once(string method, string path)
    {
        await using var host = await WithOperationsAsync();
        var cancelled = await ApiHost.JsonAsync(await host.SendAsync(method, "/monigo/api/v1/operations/" + path), HttpStatusCode.Accepted);
        Assert.Equal("cancelled", cancelled.GetProperty("state").GetString());
        Assert.Equal("", host.Operations.CancelledBy);
        await ApiHost.ProblemAsync(await host.SendAsync(method, "/monigo/api/v1/operations/" + path), HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("GET", "none")]
    [InlineData("DELETE", "none")]
    [InlineData("POST", "none/cancel")]
    public async Task An_unknown_operation_is_a_404(string method, string path)
    {
        await using var host = await WithOperationsAsync();
        await ApiHost.ProblemAsync(await host.SendAsync(method, "/monigo/api/v1/operations/" + path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Events_come_newest_first_and_can_be_narrowed()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Events.AppendAsync(new(ApiSnapshots.Start.AddSeconds(1), EventKind.Lifecycle, "", "host.start", "shop"));
        await host.Events.AppendAsync(new(ApiSnapshots.Start.AddSeconds(2), EventKind.Audit, "ada", "operation.start", "op-1", "A CPU profile."));

        var all = (await host.GetJsonAsync("/monigo/api/v1/events")).GetProperty("events");
        Assert.Equal(["operation.start", "host.start"], all.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal(
            """{"time":"2026-11-20T12:00:02Z","kind":"audit","actor":"ada","action":"operation.start","subject":"op-1","detail":"A CPU profile."}""",
            all[0].GetRawText());
        Assert.Equal(1, (await host.GetJsonAsync("/monigo/api/v1/events?kind=lifecycle&limit=5")).GetProperty("events").GetArrayLength());
        Assert.Equal(0, (await host.GetJsonAsync("/monigo/api/v1/events?start_time=2020-01-01T00:00:00Z&end_time=2020-02-01T00:00:00Z")).GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("kind=gossip", "audit, lifecycle, deploy or health")]
    [InlineData("limit=0", "1 to 1000")]
    [InlineData("limit=1001", "1 to 1000")]
    [InlineData("limit=x", "1 to 1000")]
    [InlineData("start_time=2026-01-01T00:00:00Z", "end_time")]
    public async Task Events_explains_a_bad_question(string query, string expected)
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Contains(expected, await ApiHost.ProblemAsync(await host.Client.GetAsync("/monigo/api/v1/events?" + query), HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    private static async Task<ApiHost> WithOperationsAsync()
    {
        var host = await ApiHost.StartAsync();
        host.Operations.All.AddRange([Running, Done]);
        return host;
    }
}
