using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Times the calls of SignalR hub methods that carry <see cref="MoniGoTraceAttribute"/>, or whose hub does.</summary>
/// <remarks>
/// A call ends when the method has answered; of one that answers with a stream, when it has handed the stream over. Connecting and
/// disconnecting are no calls. Thread-safe.
/// </remarks>
internal sealed class HubMethodTracing(IMoniGoTracer tracer) : IHubFilter
{
    // Of as many entries as there are hub methods; default for those that are not traced.
    private readonly ConcurrentDictionary<(Type Hub, MethodInfo Method), TracedFunction> _functions = new();

    /// <inheritdoc />
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var key = (invocationContext.Hub.GetType(), invocationContext.HubMethod);
        if (!_functions.TryGetValue(key, out var function))
            function = _functions.GetOrAdd(key, Find);

        return function.TraceAsync((next, invocationContext), static call => call.next(call.invocationContext));
    }

    private TracedFunction Find((Type Hub, MethodInfo Method) of) =>
        (of.Method.GetCustomAttribute<MoniGoTraceAttribute>() ?? of.Hub.GetCustomAttribute<MoniGoTraceAttribute>()) is { } attribute
            ? tracer.GetFunction(attribute.Name ?? MethodNames.Of(of.Method, of.Hub)!)
            : default;
}
