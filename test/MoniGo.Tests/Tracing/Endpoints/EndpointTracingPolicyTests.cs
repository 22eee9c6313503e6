using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.SignalR;
using MoniGo.AspNetCore;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class EndpointTracingPolicyTests : IDisposable
{
    private readonly FunctionTracer _tracer = new();

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void AppliesToEndpoints_NothingTraced_IsFalse() => Assert.False(Applies(new object()));

    [Fact]
    public void AppliesToEndpoints_Traced_IsTrue() => Assert.True(Applies(new MoniGoTraceAttribute()));

    [Fact]
    public void AppliesToEndpoints_PageOrDynamic_IsTrueBecauseTheAttributeMayComeLater()
    {
        Assert.True(Applies(new PageActionDescriptor()));
        Assert.True(Applies(new Dynamic()));
    }

    [Fact]
    public void AppliesToEndpoints_Hub_IsFalse() =>
        Assert.False(Applies(new MoniGoTraceAttribute(), new HubMetadata(typeof(Hub))));

    [Fact]
    public void Decorate_Hub_KeepsItUntimed()
    {
        var hub = EndpointWith(new MoniGoTraceAttribute(), new HubMetadata(typeof(Hub)));

        Assert.Same(hub, TracedEndpoint.Decorate(hub, _tracer));
    }

    [Fact]
    public async Task Decorate_Page_IsNamedAfterItsPath()
    {
        var page = EndpointWith(new PageActionDescriptor { ViewEnginePath = "/Orders/Index" }, new MoniGoTraceAttribute());

        await TracedEndpoint.Decorate(page, _tracer).RequestDelegate!(new DefaultHttpContext());

        Assert.Equal(["Page /Orders/Index"], TracerReading.Of(_tracer).Functions);
    }

    [Fact]
    public async Task Decorate_EndpointWithoutRoute_IsTimedUnderItsDisplayName()
    {
        var endpoint = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new MoniGoTraceAttribute()), "bare");

        await TracedEndpoint.Decorate(endpoint, _tracer).RequestDelegate!(new DefaultHttpContext());

        Assert.Equal(["bare"], TracerReading.Of(_tracer).Functions);
    }

    private bool Applies(params object[] metadata) =>
        new EndpointTracingPolicy(_tracer).AppliesToEndpoints([EndpointWith(metadata)]);

    private static RouteEndpoint EndpointWith(params object[] metadata) => new(
        _ => Task.CompletedTask, RoutePatternFactory.Parse("/x"), order: 0, new EndpointMetadataCollection(metadata), displayName: null);

    private sealed class Dynamic : IDynamicEndpointMetadata
    {
        public bool IsDynamic => true;
    }
}
