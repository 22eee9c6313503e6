using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>One page: where it stands in the navigation and which panels it has, in order.</summary>
/// <param name="Key">Its address under the mount; the overview is also the mount itself.</param>
/// <param name="Title">Its title.</param>
/// <param name="Letter">Opens it after <c>g</c> on the keyboard.</param>
/// <param name="Order">Its place in the navigation, ascending.</param>
/// <param name="Icon">SVG path of its icon, in a box of 16 by 16, drawn as a line.</param>
/// <param name="Panels">Its panels: tiles and scores first, in one strip, then charts and tables in a grid of twelve columns.</param>
internal sealed record DashboardPage(
    string Key, string Title, char Letter, int Order, string Icon, ImmutableArray<Panel> Panels)
{
    /// <summary>Makes a page about one thing: it is not in the navigation, where <paramref name="subject"/>'s parent stands for it.</summary>
    public DashboardPage(string key, string title, PageSubject subject, ImmutableArray<Panel> panels)
        : this(key, title, default, int.MaxValue, "", panels) => Subject = subject;

    /// <summary>Gets what kind of thing the page is about; null for a page of the whole service.</summary>
    public PageSubject? Subject { get; }

    /// <summary>Gets its table that is sorted and searched over the address; null where all are short. One a page.</summary>
    public TablePanel? List { get; } = Panels.OfType<TablePanel>().SingleOrDefault(table => table.List is not null);

    /// <summary>Gets whether it shows the same whatever time is chosen; then it offers no choice and follows no ticks.</summary>
    public bool IsTimeless { get; init; }

    /// <summary>Gets the heading: the title, or the thing that the page is about.</summary>
    public string HeadingOf(View view, PageAnswer answer) => Subject is null ? Title : Subject.Named?.Invoke(answer) ?? Subject.Heading(view.Subject);
}
