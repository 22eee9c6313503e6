using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Everything that the components of a page draw.</summary>
internal sealed record PageModel(DashboardPage Page, View View, PageAnswer Answer, Links Links)
{
    /// <summary>Gets the pages of the navigation.</summary>
    public required ImmutableArray<DashboardPage> Pages { get; init; }

    /// <summary>Gets the answer as JSON; the client starts from it and asks nothing.</summary>
    public required string Json { get; init; }

    /// <summary>Gets the theme that was chosen; null follows the system.</summary>
    public string? Theme { get; init; }

    /// <summary>Gets the nonce of scripts and styles; null for none.</summary>
    public string? Nonce { get; init; }

    /// <summary>Gets the process; null before the first tick.</summary>
    public Resource? Resource { get; init; }

    /// <summary>Gets how the store is doing.</summary>
    public required StoreStatus Store { get; init; }

    /// <summary>Gets what MoniGo itself costs, in one line.</summary>
    public required string OwnCost { get; init; }

    /// <summary>Gets the exporters that are failing.</summary>
    public ImmutableArray<ExporterStatus> FailingExporters { get; init; } = [];

    /// <summary>Gets the page of the navigation that this one belongs to: itself, or its parent.</summary>
    public DashboardPage Listed => Page.Subject is { } subject ? Pages.First(page => page.Key == subject.Parent) : Page;

    /// <summary>Gets what the page is about, in words.</summary>
    public string Heading => Page.HeadingOf(View, Answer);

    /// <summary>Gets the answer of a panel.</summary>
    public PanelAnswer this[Panel panel] => Answer.Panels[panel.Key];
}
