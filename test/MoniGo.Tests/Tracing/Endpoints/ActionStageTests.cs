using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>Binding, action and result of a traced MVC action are timed apart.</summary>
public sealed class ActionStageTests
{
    [Fact]
    public async Task Each_stage_is_timed_apart()
    {
        await using var shop = await StageHost.StartAsync();

        Assert.Equal("tea", await shop.Host.GetAsync("/shop/tea"));

        Assert.Equal(
            [("Shop", "Order", "binding", 0.1), ("Shop", "Order", "action", 1), ("Shop", "Order", "result", 10)],
            shop.Durations.Select(one => ((string)one.Tags["controller"]!, (string)one.Tags["action"]!, (string)one.Tags["stage"]!, Math.Round(one.Seconds, 6))));
        Assert.Equal(11.1, Math.Round(TracerReading.Of(shop.Host.Tracer).Duration("order").Sum, 6));
    }

    [Fact]
    public async Task An_exception_counts_in_the_stage_that_threw_it()
    {
        await using var shop = await StageHost.StartAsync();

        await Assert.ThrowsAsync<FormatException>(() => shop.Host.GetAsync("/shop/fail"));

        Assert.Equal(["binding", "action"], shop.Durations.Select(one => one.Tags["stage"]));
        Assert.Equal([null, "System.FormatException"], shop.Durations.Select(one => one.Tags.GetValueOrDefault("error.type")));
    }

    [Fact]
    public async Task A_sampled_call_keeps_its_stages_as_children()
    {
        await using var shop = await StageHost.StartAsync();
        shop.Host.Tracer.SetSamplingRate(1);

        await shop.Host.GetAsync("/shop/tea");

        shop.Keeper.Drain();
        var call = Assert.Single(shop.Calls.Of("order"));
        var spans = await shop.Spans.GetTraceAsync(call.TraceId);
        Assert.Equal(["Shop.Order [binding]", "Shop.Order [action]", "Shop.Order [result]"], spans.Select(span => span.Name));
        Assert.All(spans, span => Assert.Equal((call.SpanId, SpanTags.StageKind), (span.ParentId, span.Tags[SpanTags.Kind])));
    }

    [Fact]
    public async Task An_untraced_action_and_one_while_tracing_is_off_have_no_stages()
    {
        await using var shop = await StageHost.StartAsync();

        Assert.Equal("plain", await shop.Host.GetAsync("/shop/plain"));
        shop.Host.Tracer.IsEnabled = false;
        Assert.Equal("tea", await shop.Host.GetAsync("/shop/tea"));

        Assert.Empty(shop.Durations);
    }

    private static void Advance(HttpContext context, double seconds) =>
        context.RequestServices.GetRequiredService<FakeTime>().Advance(TimeSpan.FromSeconds(seconds));

    public sealed class ShopController : ControllerBase
    {
        [MoniGoTrace(Name = "order")]
        [HttpGet("shop/{item}")]
        public IActionResult Order([ModelBinder(typeof(SlowBinder))] string item)
        {
            Advance(HttpContext, 1);
            return new SlowResult(item);
        }

        [MoniGoTrace(Name = "fail")]
        [HttpGet("shop/fail")]
        public string Fail() => throw new FormatException();

        [HttpGet("shop/plain")]
        public string Plain() => "plain";
    }

    private sealed class SlowResult(string text) : ContentResult
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            Advance(context.HttpContext, 10);
            Content = text;
            return base.ExecuteResultAsync(context);
        }
    }

    private sealed class SlowBinder : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await Task.Yield();
            Advance(bindingContext.HttpContext, 0.1);
            bindingContext.Result = ModelBindingResult.Success(bindingContext.ActionContext.RouteData.Values["item"]);
        }
    }

    private sealed class StageHost : IAsyncDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly FakeTime _time = new(DateTimeOffset.UnixEpoch);

        private StageHost()
        {
            Keeper = new(() => Spans, new LineRing(_time), _time);
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MvcInstruments.Meter && instrument.Meter.Scope == Host.Meters)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Durations.Enqueue((seconds, tags.ToArray().ToDictionary())));
        }

        public TracedHost Host { get; private set; } = null!;

        public ConcurrentQueue<(double Seconds, Dictionary<string, object?> Tags)> Durations { get; } = new();

        public KeptCalls Calls { get; } = new();

        public MemorySpanStore Spans { get; } = new();

        public SpanKeeper Keeper { get; }

        public static async Task<StageHost> StartAsync()
        {
            var shop = new StageHost();
            shop.Host = await TracedHost.StartAsync(
                app => app.MapControllers(),
                services =>
                {
                    services.AddSingleton(shop._time).AddSingleton<TimeProvider>(shop._time).AddSingleton(shop.Keeper);
                    services.AddSingleton<IMoniGoTracer>(new FunctionTracer(shop._time) { Keeper = shop.Calls });
                    NestedControllers.Add(services, typeof(ActionStageTests));
                });
            shop._listener.Start();
            return shop;
        }

        public ValueTask DisposeAsync()
        {
            _listener.Dispose();
            return Host.DisposeAsync();
        }
    }
}
