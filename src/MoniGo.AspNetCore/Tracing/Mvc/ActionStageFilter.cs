using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MoniGo.AspNetCore;

/// <summary>Stands among the filters of a traced action, and makes the one that times a request.</summary>
internal sealed class ActionStageFilter(ActionStages stages, ControllerActionDescriptor action) : IFilterFactory, IOrderedFilter
{
    /// <summary>Gets the order: around the filters of everybody else.</summary>
    public int Order => int.MinValue;

    /// <summary>Gets false: each request has its own times.</summary>
    public bool IsReusable => false;

    /// <inheritdoc />
    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => stages.IsEnabled ? new StageTimes(stages, action) : this;
}
