using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoniGo.AspNetCore;
using MoniGo.Exporters;
using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A host with nothing of MoniGo but its API, mounted at <c>/monigo</c>, over stores in memory.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHost(Action<IServiceCollection>? services, Action<WebApplication>? pipeline)
    {
        Store = new(new(), time: Time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ISnapshotFeed>(Feed)
            .AddSingleton<ISampleReader>(Store)
            .AddSingleton<IEventLog>(Events)
            .AddSingleton<IOperations>(Operations)
            .AddSingleton(ApiSnapshots.Resource)
            .AddSingleton<PrometheusScrape>()
            .AddSingleton<IExporterStatusSource>(host => host.GetRequiredService<PrometheusScrape>());
        services?.Invoke(builder.Services);
        builder.Services.TryAddSingleton(new HealthThresholds());
        builder.Services.AddSingleton<SeriesEngine>();
        ApiServices.Add(builder.Services);
        _app = builder.Build();
        pipeline?.Invoke(_app);
        Mount(_app, "/monigo");
    }

    public FakeTime Time { get; } = new(ApiSnapshots.Start.AddMinutes(1));

    public FakeFeed Feed { get; } = new();

    public SampleStore Store { get; }

    public MemoryEventLog Events { get; } = new();

    public FakeOperations Operations { get; } = new();

    public RememberedLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ApiHost> StartAsync(
        Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null, bool withTicks = true)
    {
        var host = new ApiHost(services, pipeline);
        await host._app.StartAsync();
        host.Client = host._app.GetTestClient();
        if (withTicks)
            await host.TickAsync();

        return host;
    }

    public static void Mount(WebApplication app, string prefix)
    {
        var people = app.MapGroup(prefix);
        ApiRoutes.Map(people, machines: app.MapGroup(prefix), dangerous: people.MapGroup(""));
    }

    public async Task<JsonElement> GetJsonAsync(string path) => await JsonAsync(await Client.GetAsync(path));

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> SendAsync(string method, string path) => Client.SendAsync(new(new(method), path));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal(
            (int)expected < 400 ? "application/json; charset=utf-8" : "application/problem+json; charset=utf-8",
            response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Checks a problem document and gives its detail.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var problem = await JsonAsync(response, expected);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        return problem.GetProperty("detail").GetString()!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TickAsync()
    {
        for (var tick = 1; tick <= 3; tick++)
        {
            (Feed.Previous, Feed.Latest) = (Feed.Latest, ApiSnapshots.Tick(tick));
            await Store.AppendAsync(StreamId.Local, Feed.Latest);
        }
    }

    internal sealed class FakeFeed : ISnapshotFeed
    {
        public Snapshot? Latest { get; set; }

        public Snapshot? Previous { get; set; }

        public TimeSpan Interval => TimeSpan.FromSeconds(5);

        /// <summary>Adds a function that was called once to the latest tick.</summary>
        public void AddFunction(string name)
        {
            var builder = new SnapshotBuilder();
            builder.Begin(Latest!.Time);
            foreach (var sample in Latest.Families.SelectMany(family => family.Samples))
            {
                if (sample.Histogram is { } histogram)
                    builder.Add(sample.Series, histogram);
                else
                    builder.Add(sample.Series, sample.Value);
            }

            var called = new HistogramAccumulator();
            called.Record(0.001);
            builder.Add(new SeriesKey(FunctionInstruments.Duration, TagSet.Of(FunctionInstruments.Function, name)), called.ToHistogram());
            Latest = builder.Build(Latest.Resource, Latest.Epoch, Latest.Sequence);
        }

        public ISnapshotSubscription Subscribe(int capacity) => throw new InvalidOperationException("Asking the API subscribed to the feed.");
    }

    internal sealed class FakeOperations : IOperations
    {
        public List<Operation> All { get; } = [];

        public string? CancelledBy { get; private set; }

        public OperationStart TryStart(string kind, string startedBy, OperationWork work) => throw new NotSupportedException();

        public Operation? Find(string id) => All.Find(operation => operation.Id == id);

        public IReadOnlyList<Operation> List() => All;

        public bool TryCancel(string id, string cancelledBy)
        {
            var at = All.FindIndex(operation => operation.Id == id && operation.State == OperationState.Running);
            if (at < 0)
                return false;

            CancelledBy = cancelledBy;
            All[at] = All[at] with { State = OperationState.Cancelled };
            return true;
        }
    }

    internal sealed class RememberedLog : ILoggerProvider, ILogger
    {
        public List<(EventId Id, string Text)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Lines.Add((eventId, formatter(state, exception)));
        }

        public void Dispose()
        {
        }
    }
}
