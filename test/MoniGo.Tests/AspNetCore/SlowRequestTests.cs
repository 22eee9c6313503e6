using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
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

    [Fact]
    public async Task A_failed_answer_to_an_exception_that_the_host_handled_leads_to_the_group_of_that_exception()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        Assert.Equal(502, (int)(await client.GetAsync("/declined")).StatusCode);

        var request = await spans.NextAsync(Patience, SpanTags.RequestKind);
        var group = Assert.Single(app.Services.GetRequiredService<IExceptionGroups>().List());
        Assert.Equal(("502", "failed", group.Id), (request.Error, request.Tags[SpanTags.Kept], request.Tags[SpanTags.ExceptionGroup]));
    }

    [Fact]
    public async Task A_request_whose_activity_is_traced_too_is_one_span_that_tells_of_both()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans, options => options.Tracing.Sources.Add("Microsoft.AspNetCore"));
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        var seen = new List<Span>(); // sources belong to the process, so requests to hosts of other tests are heard here too
        var (first, last) = (await client.GetStringAsync("/orders/7"), await client.GetStringAsync("/orders/8"));
        do
            seen.Add(await spans.NextAsync(Patience));
        while (!last.StartsWith(seen[^1].TraceId, StringComparison.Ordinal));

        var span = Assert.Single(seen, span => first.StartsWith(span.TraceId, StringComparison.Ordinal));
        Assert.Equal(
            ("GET /orders/{id}", "request", "slow", "7"), (span.Name, span.Tags[SpanTags.Kind], span.Tags[SpanTags.Kept], span.Tags["order"]));
    }

    [Fact]
    public async Task Without_tracing_no_request_is_kept()
    {
        var spans = new SpanChannel();
        await using var app = await StartAsync(spans, options => options.Tracing.Enabled = false);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        await client.GetStringAsync("/orders/7");
        await app.StopAsync(); // which brings all that waits to the store

        Assert.Equal(0, spans.Count);
    }

    private static async Task<WebApplication> StartAsync(SpanChannel spans, Action<MoniGoOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Environment.EnvironmentName = "Development";
        builder.Logging.ClearProviders().AddProvider(new ListLoggerProvider()); // without a logger there are no activities
        builder.Services.AddSingleton<ISpanStore>(spans);
        builder.Services.AddExceptionHandler<Declined>();
        builder.Services.AddMoniGo(options =>
        {
            options.Storage.Type = StorageType.Memory;
            options.Tracing.SlowCallThreshold = TimeSpan.FromMicroseconds(10);
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
        app.MapGet("/orders/{id}", (string id) => $"{Activity.Current!.SetTag("order", id).TraceId} {Activity.Current.SpanId}");
        app.MapGet("/declined", (IMoniGoTracer tracer) => tracer.Trace("Pay", string () => throw new TimeoutException()));
        app.MapGet("/broken", string () => throw new FormatException());
        app.MapMoniGo();
        await app.StartAsync();
        return app;
    }

    private sealed class Declined : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not TimeoutException)
                return new(false);

            httpContext.Response.StatusCode = StatusCodes.Status502BadGateway;
            return new(true);
        }
    }

    private sealed class SpanChannel : ISpanStore
    {
        private readonly Channel<Span> _spans = Channel.CreateUnbounded<Span>();

        public void Add(Span span) => _spans.Writer.TryWrite(span);

        public int Count => _spans.Reader.Count;

        public async Task<Span> NextAsync(TimeSpan patience, string kind)
        {
            var span = await NextAsync(patience);
            return span.Tags[SpanTags.Kind] == kind ? span : await NextAsync(patience, kind);
        }

        public async Task<Span> NextAsync(TimeSpan patience)
        {
            using var enough = new CancellationTokenSource(patience);
            return await _spans.Reader.ReadAsync(enough.Token);
        }

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }
}
