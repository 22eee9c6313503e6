namespace MoniGo.Dashboard;

/// <summary>The page that answers "what is kept, how long, and is it safe?".</summary>
internal static class StoragePage
{
    /// <summary>Key of the page, which others lead to.</summary>
    public const string Key = "storage";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Storage", 's', 90, "M2.5 4c0-1.4 2.5-2 5.5-2s5.5.6 5.5 2-2.5 2-5.5 2-5.5-.6-5.5-2v8c0 1.4 2.5 2 5.5 2s5.5-.6 5.5-2V4M2.5 8c0 1.4 2.5 2 5.5 2s5.5-.6 5.5-2",
        [
            StoreSizePanel.Tile,
            StoreFacts.PerSeries,
            StoreFacts.LiveSeries,
            StoreFacts.Log,
            StoreFacts.LastSync,
            StoreFacts.Writes,
            StoreFacts.Damage,
            TiersPanel.Table,
            RestartsPanel.Table,
            StoreSizePanel.Chart,
            SeriesCountPanel.Chart,
        ]);
}
