using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>What the API tells of functions, calls, traces, exceptions and hosted services.</summary>
public sealed class ApiTracingTests
{
    private const string Api = "/monigo/api/v1/";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Function_can_be_read_in_pages_by_name()
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var name in (string[])["B()", "A()", "C()"])
            host.Feed.AddFunction(name);

        Assert.Equal(["A()", "B()"], Names(await host.GetJsonAsync(Api + "function?limit=2")));
        Assert.Equal(["C()", ApiSnapshots.Function], Names(await host.GetJsonAsync(Api + "function?limit=2&after=B()")));
        Assert.Empty(Names(await host.GetJsonAsync(Api + "function?limit=2&after=" + Uri.EscapeDataString(ApiSnapshots.Function))));
        Assert.Equal(4, Names(await host.GetJsonAsync(Api + "function")).Count);
    }

    [Fact]
    public async Task Functions_of_a_range_are_searched_sorted_and_paged()
    {
        await using var host = await ApiHost.StartAsync();
        await AppendCallsAsync(host, calls: 30, seconds: 0.5);

        var found = await host.GetJsonAsync(Api + "functions?search=order&sort=total&size=10");

        Assert.Equal((1, 1), (found.GetProperty("total").GetInt32(), found.GetProperty("first").GetInt32()));
        var function = Assert.Single(found.GetProperty("functions").EnumerateArray());
        Assert.Equal(ApiSnapshots.Function, function.GetProperty("name").GetString());
        Assert.Equal(30, function.GetProperty("calls").GetInt64());
        Assert.True(function.GetProperty("enough_calls").GetBoolean());
        Assert.InRange(function.GetProperty("p99_seconds").GetDouble(), 0.48, 0.52);
        Assert.Equal("""{"total":0,"first":1,"functions":[]}""", (await host.GetJsonAsync(Api + "functions?search=nothing")).GetRawText());
    }

    [Fact]
    public async Task The_history_of_a_function_comes_in_steps()
    {
        await using var host = await ApiHost.StartAsync();
        await AppendCallsAsync(host, calls: 30, seconds: 0.5);
        var name = Uri.EscapeDataString(ApiSnapshots.Function);

        var history = await host.GetJsonAsync(Api + $"functions/history?name={name}&start_time=2026-11-20T12:00:00Z&end_time=2026-11-20T12:00:30Z");

        Assert.Equal(5, history.GetProperty("step_seconds").GetDouble());
        var point = history.GetProperty("points").EnumerateArray().Last();
        Assert.Equal("2026-11-20T12:00:20Z", point.GetProperty("time").GetString());
        Assert.Equal((6, 0), (point.GetProperty("calls_per_second").GetDouble(), point.GetProperty("errors_per_second").GetDouble()));
        Assert.InRange(point.GetProperty("p99_seconds").GetDouble(), 0.48, 0.52);
        Assert.Equal("""{"name":"nobody","step_seconds":5,"points":[]}""", (await host.GetJsonAsync(Api + "functions/history?name=nobody&start_time=2026-11-20T12:00:00Z&end_time=2026-11-20T12:00:30Z")).GetRawText());
    }

    [Fact]
    public async Task Running_calls_come_with_their_age()
    {
        var calls = new FakeCalls([new("Order()", ApiSnapshots.Start, TimeSpan.FromSeconds(1.5), IsSuspended: true, ThreadId: null)]);
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<IActiveCalls>(calls));

        Assert.Equal(
            """{"calls":[{"function":"Order()","start":"2026-11-20T12:00:00Z","age_seconds":1.5,"age":"1.50 s","suspended":true}]}""",
            (await host.GetJsonAsync(Api + "active-calls?limit=5&function=Order()")).GetRawText());
        Assert.Equal((5, "Order()"), calls.Asked);
        await host.GetJsonAsync(Api + "active-calls");
        Assert.Equal((100, null), calls.Asked);
    }

    [Fact]
    public async Task Traces_are_listed_by_their_first_span_and_can_be_narrowed()
    {
        await using var host = await WithTracesAsync();

        Assert.Equal(["GET /slow", "GET /orders"], TraceNames(await host.GetJsonAsync(Api + "traces")));
        Assert.Equal(["GET /slow"], TraceNames(await host.GetJsonAsync(Api + "traces?min_seconds=0.5")));
        Assert.Equal(["GET /orders"], TraceNames(await host.GetJsonAsync(Api + "traces?errors=true")));
        Assert.Equal(["GET /orders"], TraceNames(await host.GetJsonAsync(Api + "traces?name=GET%20/orders")));
        Assert.Equal(["GET /slow"], TraceNames(await host.GetJsonAsync(Api + "traces?limit=1")));
        Assert.Empty(TraceNames(await host.GetJsonAsync(Api + "traces?start_time=2020-01-01T00:00:00Z&end_time=2020-02-01T00:00:00Z")));
    }

    [Fact]
    public async Task A_trace_has_its_spans_tags_and_log_lines()
    {
        await using var host = await WithTracesAsync();

        var trace = await host.GetJsonAsync(Api + "traces/" + TraceId);

        Assert.Equal(
            """{"trace_id":"0af7651916cd43dd8448eb211c80319c","spans":[{"span_id":"00000000000000a1","name":"GET /orders","start":"2026-11-20T12:00:10Z","duration_seconds":0.25,"duration":"250.00 ms","tags":{"monigo.kind":"request"},"log_lines":[]},{"span_id":"00000000000000a2","parent_id":"00000000000000a1","name":"Price()","start":"2026-11-20T12:00:10Z","duration_seconds":0.1,"duration":"100.00 ms","error":"System.FormatException","tags":{},"log_lines":[{"time":"2026-11-20T12:00:11Z","level":"Warning","category":"Shop","message":"no price"}]}]}""",
            trace.GetRawText());
        await ApiHost.ProblemAsync(await host.Client.GetAsync(Api + "traces/" + new string('0', 32)), HttpStatusCode.NotFound);
        Assert.Contains("32", await ApiHost.ProblemAsync(await host.Client.GetAsync(Api + "traces/x"), HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_come_in_groups_and_a_group_with_its_example()
    {
        var group = new ExceptionGroup(
            "00000000000000e1", "System.FormatException", "no price of {0}", "at Shop.Price()", 3, ApiSnapshots.Start, ApiSnapshots.Start.AddSeconds(30),
            new(ApiSnapshots.Start, "no price of tea", "System.FormatException: no price of tea", "Price()", TraceId));
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<IExceptionGroups>(new FakeGroups(group)));

        Assert.Equal(
            """{"exceptions":[{"id":"00000000000000e1","type":"System.FormatException","shape":"no price of {0}","count":3,"first_seen":"2026-11-20T12:00:00Z","last_seen":"2026-11-20T12:00:30Z","count_in_range":0}]}""",
            (await host.GetJsonAsync(Api + "exceptions")).GetRawText());
        var found = await host.GetJsonAsync(Api + "exceptions/00000000000000e1");
        Assert.Equal("at Shop.Price()", found.GetProperty("stack").GetString());
        Assert.Equal(TraceId, found.GetProperty("example").GetProperty("trace_id").GetString());
        await ApiHost.ProblemAsync(await host.Client.GetAsync(Api + "exceptions/none"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Hosted_services_say_how_they_are_doing()
    {
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<IBackgroundServices>(new FakeServices()));

        Assert.Equal(
            """{"services":[{"name":"StockRefresh","state":"faulted","since":"2026-11-20T12:00:00Z","why":"System.FormatException: no","exception_id":"00000000000000e1"}]}""",
            (await host.GetJsonAsync(Api + "background-services")).GetRawText());
    }

    [Fact]
    public async Task Sampling_can_be_set_for_one_function_and_for_all_and_is_audited()
    {
        using var tracer = new FunctionTracer { Keeper = new KeptCalls() };
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<IMoniGoTracer>(tracer));

        var answer = await ApiHost.JsonAsync(await host.PostAsync(Api + "functions/sampling", """{"name":"Order()","one_in":1}"""));

        Assert.Equal("""{"name":"Order()","one_in":1}""", answer.GetRawText());
        tracer.Trace("Order()", () => { });
        tracer.Trace("Other()", () => { });
        Assert.Equal(["Order()"], ((KeptCalls)tracer.Keeper).All.Select(call => call.Function.Name));
        await ApiHost.JsonAsync(await host.PostAsync(Api + "functions/sampling", """{"one_in":0}"""));
        Assert.Equal(0, tracer.Settings.SamplingRate);

        var audit = await host.Events.ReadAsync(new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), EventKind.Audit, 10);
        Assert.Equal(
            [("function.sampling", "all functions", "1 in 0"), ("function.sampling", "Order()", "1 in 1")],
            audit.Select(entry => (entry.Action, entry.Subject, entry.Detail)));
    }

    [Theory]
    [InlineData("""{"name":"f","one_in":-1}""", "1000000000")]
    [InlineData("""{"name":"f","one_in":1000000001}""", "1000000000")]
    [InlineData("""{"name":"f"}""", "1000000000")]
    [InlineData("""{"name":"","one_in":1}""", "name")]
    [InlineData("""[]""", "JSON")]
    public async Task Sampling_explains_a_bad_request(string body, string expected)
    {
        using var tracer = new FunctionTracer();
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<IMoniGoTracer>(tracer));

        var detail = await ApiHost.ProblemAsync(await host.PostAsync(Api + "functions/sampling", body), HttpStatusCode.BadRequest);

        Assert.Contains(expected, detail, StringComparison.Ordinal);
        Assert.Empty(await host.Events.ReadAsync(new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), EventKind.Audit, 10));
    }

    [Theory]
    [InlineData("function?limit=0", "1 to 10000")]
    [InlineData("functions?sort=colour", "p95")]
    [InlineData("functions?size=501", "1 to 500")]
    [InlineData("functions?page=0", "from 1")]
    [InlineData("functions?ascending=maybe", "true or false")]
    [InlineData("functions?start_time=now", "RFC 3339")]
    [InlineData("functions/history", "name is missing")]
    [InlineData("active-calls?limit=1001", "1 to 1000")]
    [InlineData("traces?min_seconds=-1", "0 to 3600")]
    [InlineData("traces?min_seconds=-Infinity", "0 to 3600")]
    [InlineData("traces?errors=1", "true or false")]
    [InlineData("exceptions?limit=x", "1 to 1000")]
    public async Task A_bad_question_is_answered_with_what_would_be_right(string question, string expected)
    {
        await using var host = await WithTracesAsync();

        Assert.Contains(expected, await ApiHost.ProblemAsync(await host.Client.GetAsync(Api + question), HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    private static ValueTask<AppendResult> AppendCallsAsync(ApiHost host, int calls, double seconds)
    {
        var durations = new HistogramAccumulator();
        durations.Add(host.Feed.Latest!.Find(FunctionInstruments.Duration.Name)!.Samples[0].Histogram!);
        for (var call = 0; call < calls; call++)
            durations.Record(seconds);

        var builder = new SnapshotBuilder();
        builder.Begin(host.Feed.Latest.Time.AddSeconds(5));
        builder.Add(new SeriesKey(FunctionInstruments.Duration, TagSet.Of(FunctionInstruments.Function, ApiSnapshots.Function)), durations.ToHistogram());
        return host.Store.AppendAsync(StreamId.Local, builder.Build(ApiSnapshots.Resource, 1, host.Feed.Latest.Sequence + 1));
    }

    private static async Task<ApiHost> WithTracesAsync()
    {
        var spans = new MemorySpanStore();
        var start = ApiSnapshots.Start.AddSeconds(10);
        spans.Add(new(TraceId, "00000000000000a1", null, "GET /orders", start, TimeSpan.FromSeconds(0.25), null, TagSet.Of("monigo.kind", "request")));
        spans.Add(new(TraceId, "00000000000000a2", "00000000000000a1", "Price()", start, TimeSpan.FromSeconds(0.1), "System.FormatException", TagSet.Empty)
        {
            Lines = [new(start.AddSeconds(1), "Warning", "Shop", "no price")],
        });
        spans.Add(new(new('b', 32), "00000000000000b1", null, "GET /slow", start.AddSeconds(5), TimeSpan.FromSeconds(2), null, TagSet.Empty));
        return await ApiHost.StartAsync(services => services
            .AddSingleton<ISpanStore>(spans)
            .AddSingleton<IActiveCalls>(new FakeCalls([]))
            .AddSingleton<IExceptionGroups>(new FakeGroups()));
    }

    private static List<string> Names(JsonElement functions) => [.. functions.EnumerateObject().Select(function => function.Name)];

    private static IEnumerable<string?> TraceNames(JsonElement answer) =>
        answer.GetProperty("traces").EnumerateArray().Select(trace => trace.GetProperty("name").GetString());

    private sealed class FakeCalls(IReadOnlyList<ActiveCall> calls) : IActiveCalls
    {
        public (int Limit, string? Function) Asked { get; private set; }

        public IReadOnlyList<ActiveCall> List(int limit, string? function = null)
        {
            Asked = (limit, function);
            return calls;
        }
    }

    private sealed class FakeGroups(params ExceptionGroup[] groups) : IExceptionGroups
    {
        public IReadOnlyList<ExceptionGroup> List() => groups;

        public ExceptionGroup? Find(string id) => Array.Find(groups, group => group.Id == id);
    }

    private sealed class FakeServices : IBackgroundServices
    {
        public IReadOnlyList<BackgroundServiceStatus> List() =>
            [new("StockRefresh", BackgroundServiceState.Faulted, ApiSnapshots.Start, "System.FormatException: no", "00000000000000e1")];
    }
}
