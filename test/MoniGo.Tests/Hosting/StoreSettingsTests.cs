using MoniGo.Hosting;

namespace MoniGo.Tests;

/// <summary>How the options become what the sample store is told.</summary>
public sealed class StoreSettingsTests
{
    private static readonly string Root = Path.GetFullPath("content");

    [Fact]
    public void Create_Defaults_KeepsADirectoryUnderTheContentRoot()
    {
        var settings = StoreSettingsFactory.Create(new(), Root);

        Assert.Equal(Path.Combine(Root, "monigo"), settings.Directory);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.SyncInterval);
        Assert.Equal((7, 90, 730), (settings.RawRetention.Days, settings.MinuteRetention.Days, settings.HourRetention.Days));
        Assert.Equal((256L << 20, 8L << 20), (settings.DiskCapacity, settings.MemoryCapacity));
        Assert.Empty(settings.Decimals);
    }

    [Theory]
    [InlineData("data/history", "data/history")]
    [InlineData("../beside", "../beside")]
    [InlineData("/var/lib/shop", "/var/lib/shop")]
    public void Create_Directory_IsBelowTheContentRootUnlessAbsolute(string set, string expected) => Assert.Equal(
        Path.GetFullPath(expected, Root), StoreSettingsFactory.Create(new() { Directory = set }, Root).Directory);

    [Fact]
    public void Create_Memory_HasNoDirectory() =>
        Assert.Null(StoreSettingsFactory.Create(new() { Type = StorageType.Memory, Directory = "ignored" }, Root).Directory);

    [Fact]
    public void Create_SyncPolicy_BecomesAnInterval()
    {
        Assert.Equal(TimeSpan.Zero, Of(StorageSync.EachTick));
        Assert.Null(Of(StorageSync.None));
        Assert.Equal(TimeSpan.FromSeconds(5), Of(StorageSync.Interval));

        static TimeSpan? Of(StorageSync sync) =>
            StoreSettingsFactory.Create(new() { Sync = sync, SyncInterval = TimeSpan.FromSeconds(5) }, Root).SyncInterval;
    }

    [Fact]
    public void Create_Decimals_AreHandedOn() =>
        Assert.Equal(3, StoreSettingsFactory.Create(new() { Decimals = { ["a.*"] = 3 } }, Root).Decimals["a.*"]);
}
