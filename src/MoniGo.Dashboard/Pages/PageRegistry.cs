using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>The pages there are; the navigation shows those of the whole service and no others.</summary>
/// <param name="settings">What the host changed.</param>
/// <param name="added">Pages of other packages, which register them as services.</param>
internal sealed class PageRegistry(DashboardSettings settings, IEnumerable<DashboardPage> added)
{
    /// <summary>Gets the pages; a new page is one more line here.</summary>
    public ImmutableArray<DashboardPage> All { get; } =
    [
        .. new List<DashboardPage>(added)
        {
            OverviewPage.Create(settings),
            EndpointsPage.Page,
            EndpointPage.Page,
            TracesPage.Page,
            TracePage.Page,
            ExceptionsPage.Page,
            ExceptionPage.Page,
            FunctionsPage.Page,
            FunctionPage.Page,
            StoragePage.Page,
        }.OrderBy(page => page.Order),
    ];

    /// <summary>Gets the pages of the navigation, in its order.</summary>
    public IEnumerable<DashboardPage> Listed => All.Where(page => page.Subject is null);

    /// <summary>Gets the page that the mount itself shows.</summary>
    public DashboardPage Home => All[0];

    /// <summary>Finds a page; null when there is none.</summary>
    public DashboardPage? Find(string key) =>
        All.FirstOrDefault(page => string.Equals(page.Key, key, StringComparison.Ordinal));
}
