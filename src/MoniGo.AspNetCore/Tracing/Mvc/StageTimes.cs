using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Times the stages of one request to a traced action.</summary>
/// <remarks>
/// Binding is what runs before the first action filter: resource filters, the making of the controller, and model binding. Action and
/// result include the filters around them. The framework takes flows apart between filters, so a stage is recorded when it is over, and what
/// the action calls stands in a waterfall beside its stages, not within them. Not thread-safe; made for each request.
/// </remarks>
internal sealed class StageTimes(ActionStages stages, ControllerActionDescriptor action) : IResourceFilter, IActionFilter, IResultFilter
{
    private CallFrame? _call;
    private long _start;

    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        _call = CallFrame.Current;
        _start = stages.Now();
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    /// <inheritdoc />
    public void OnActionExecuting(ActionExecutingContext context)
    {
        End("binding", null);
        _start = stages.Now();
    }

    /// <inheritdoc />
    public void OnActionExecuted(ActionExecutedContext context) => End("action", context.Exception);

    /// <inheritdoc />
    public void OnResultExecuting(ResultExecutingContext context) => _start = stages.Now();

    /// <inheritdoc />
    public void OnResultExecuted(ResultExecutedContext context) => End("result", context.Exception);

    private void End(string stage, Exception? exception) => stages.End(action, stage, _start, exception, _call);
}
