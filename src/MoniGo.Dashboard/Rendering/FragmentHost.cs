using Microsoft.AspNetCore.Components;

namespace MoniGo.Dashboard;

/// <summary>The one component that is instantiated: it renders the fragment that a page's templates make.</summary>
/// <remarks>
/// The <c>.razor</c> files are templates, static functions from data to markup: Razor makes component classes public, and so
/// would be the type of each parameter.
/// </remarks>
internal sealed class FragmentHost : IComponent
{
    private RenderHandle _handle;

    /// <summary>Gets or sets what is rendered.</summary>
    [Parameter]
    public RenderFragment? Content { get; set; }

    /// <inheritdoc />
    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    /// <inheritdoc />
    public Task SetParametersAsync(ParameterView parameters)
    {
        Content = parameters.GetValueOrDefault<RenderFragment>(nameof(Content));
        _handle.Render(Content!);
        return Task.CompletedTask;
    }
}
