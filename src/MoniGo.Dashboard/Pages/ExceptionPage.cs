using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The page of one group of exceptions.</summary>
internal static class ExceptionPage
{
    private const string Key = "exception";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Exception",
        new(ExceptionsPage.Key, [ExceptionPanel.Id], new("This group is not known", "It was never seen here, or made room for others that were seen later."))
        {
            HeadingKind = ColumnKind.Name,
            Named = answer => answer.Panels.GetValueOrDefault(ExceptionDetailPanel.Panel.Key)?.Exception?.Type,
            IsKnown = (reading, _) => new(reading.Exceptions.Find(reading.Subject[ExceptionPanel.Id] ?? "") is not null),
            Conditions = subject => [new(ExceptionInstruments.Group, subject[ExceptionPanel.Id] ?? "")],
        },
        [ExceptionDetailPanel.Panel, ExceptionTrendPanel.OfGroup, EndedCallsPanel.Table]);

    /// <summary>Leads to the page of a group.</summary>
    public static string To(string groupId) => Target.Of(Key, (ExceptionPanel.Id, groupId));
}
