using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Slow and failed requests of a real server become spans.</summary>
public sealed class SlowRequestTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_slow_request_is_kept_with_the_ids_that_its_code_saw()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        var seen = await client.GetStringAsync("/orders/7");

        var span = await spans.NextAsync(Patience);
        Assert.Equal(seen, $"{span.TraceId} {span.SpanId}");
        Assert.Equal("GET /orders/{id}", span.Name);
        Assert.True(span.Duration > TimeSpan.Zero);
        Assert.Null(span.Error);
        Assert.Equal(
            ("request", "slow", "/orders/{id}", "GET", "200"),
            (span.Tags[SpanTags.Kind], span.Tags[SpanTags.Kept], span.Tags[PlatformInstruments.Route], span.Tags[PlatformInstruments.Method], span.Tags[PlatformInstruments.StatusCode]));
    }

    [Fact]
    public async Task A_request_of_another_services_trace_says_which_span_asked()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/7");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await client.SendAsync(request);

        var span = await spans.NextAsync(Patience);
        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), (span.TraceId, span.ParentId));
    }

    [Fact]
    public async Task A_failed_request_is_kept_with_its_error_and_our_own_pages_never_are()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        Assert.Equal(200, (int)(await client.GetAsync("/monigo/api/v1/service-info")).StatusCode);
        Assert.Equal(500, (int)(await client.GetAsync("/broken")).StatusCode);

        var span = await spans.NextAsync(Patience);
        Assert.Equal(("GET /broken", "System.FormatException", "failed"), (span.Name, span.Error, span.Tags[SpanTags.Kept]));
    }

    private static async Task<WebApplication> StartAsync(SpanChannel spans)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Environment.EnvironmentName = "Development";
        builder.Logging.ClearProviders().AddProvider(new ListLoggerProvider()); // without a logger there are no activities
        builder.Services.AddSingleton<ISpanStore>(spans);
        builder.Services.AddMoniGo(options =>
        {
            options.Storage.Type = StorageType.Memory;
            options.Tracing.SlowCallThreshold = TimeSpan.FromMicroseconds(10);
        });
        var app = builder.Build();
        app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
        app.MapGet("/orders/{id}", () => $"{Activity.Current!.TraceId} {Activity.Current.SpanId}");
        app.MapGet("/broken", string () => throw new FormatException());
        app.MapMoniGo();
        await app.StartAsync();
        return app;
    }

    private sealed class SpanChannel : ISpanStore
    {
        private readonly Channel<Span> _spans = Channel.CreateUnbounded<Span>();

        public void Add(Span span) => _spans.Writer.TryWrite(span);

        public async Task<Span> NextAsync(TimeSpan patience)
        {
            using var enough = new CancellationTokenSource(patience);
            return await _spans.Reader.ReadAsync(enough.Token);
        }

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }
}
