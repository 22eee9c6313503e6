using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Times handler methods of Razor Pages that carry <see cref="MoniGoTraceAttribute"/> themselves.</summary>
/// <remarks>
/// The attribute on the page's class is in the endpoint's metadata and times the request; that on one of its methods is not, so pages
/// that have such a method get this filter, and no other page meets it. Only the method is timed: binding and rendering are not.
/// Thread-safe.
/// </remarks>
internal sealed class PageHandlerTracing(IMoniGoTracer tracer) : IPageApplicationModelProvider, IAsyncPageFilter
{
    private readonly ConcurrentDictionary<MethodInfo, TracedFunction> _functions = new();

    /// <summary>Gets the order: after what finds the methods of a page.</summary>
    public int Order => 0;

    /// <inheritdoc />
    public void OnProvidersExecuting(PageApplicationModelProviderContext context)
    {
    }

    /// <inheritdoc />
    public void OnProvidersExecuted(PageApplicationModelProviderContext context)
    {
        foreach (var handler in context.PageApplicationModel.HandlerMethods)
        {
            if (handler.MethodInfo.GetCustomAttribute<MoniGoTraceAttribute>() is not { } attribute)
                continue;

            _functions[handler.MethodInfo] = tracer.GetFunction(
                attribute.Name ?? MethodNames.Of(handler.MethodInfo, context.PageApplicationModel.ModelType)!);
            if (!context.PageApplicationModel.Filters.Contains(this))
                context.PageApplicationModel.Filters.Add(this);
        }
    }

    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is not { MethodInfo: var method } || !_functions.TryGetValue(method, out var function))
        {
            await next();
            return;
        }

        using var scope = function.Start();
        var executed = await next();
        if (executed.Exception is { } exception)
            scope.Fail(exception);
    }
}
