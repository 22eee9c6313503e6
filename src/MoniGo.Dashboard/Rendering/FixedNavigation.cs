using Microsoft.AspNetCore.Components;

namespace MoniGo.Dashboard;

/// <summary>A navigation that goes nowhere: <c>&lt;form&gt;</c> wants one, links are made by <see cref="Links"/>.</summary>
internal sealed class FixedNavigation : NavigationManager
{
    /// <summary>Makes it; the address is never shown, so a request without a Host header renders too.</summary>
    public FixedNavigation() => Initialize("http://localhost/", "http://localhost/");
}
