using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class SeriesTableCacheTests
{
    [Fact]
    public void Get_KnownTable_IsNotReadAgain()
    {
        var cache = new SeriesTableCache();
        var table = cache.Get([1], _ => Table(3));

        Assert.Same(table, cache.Get([1], _ => throw new InvalidOperationException("It is known.")));
        Assert.NotSame(table, cache.Get([2], _ => Table(3)));
    }

    [Fact]
    public void Get_NewTable_IsGivenTheOneUsedLast()
    {
        var cache = new SeriesTableCache();
        var first = cache.Get([1], like => like is null ? Table(1) : SeriesTable.Empty);

        cache.Get([2], like => ReferenceEquals(like, first) ? Table(2) : throw new InvalidOperationException("It is another one."));
    }

    [Fact]
    public void Get_ReadThatFails_IsNotRemembered()
    {
        var cache = new SeriesTableCache();

        Assert.Throws<DamagedDataException>(() => cache.Get([1], _ => throw new DamagedDataException("No table.")));
        Assert.NotNull(cache.Get([1], _ => Table(1)));
    }

    [Fact]
    public void Get_ManyTables_KeepsOnlyTheLatest()
    {
        var cache = new SeriesTableCache();
        var held = Fill(cache, tables: 40, series: SeriesTableCache.MostRecentSeries / 4);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal([36, 37, 38, 39], Enumerable.Range(0, 40).Where(i => held[i].TryGetTarget(out _)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<SeriesTable>[] Fill(SeriesTableCache cache, int tables, int series) =>
        [.. Enumerable.Range(0, tables).Select(i => new WeakReference<SeriesTable>(cache.Get([(byte)i], _ => Table(series))))];

    private static SeriesTable Table(int series) =>
        new([.. Enumerable.Range(0, series).Select(i => new SeriesKey(TickScript.Level, TagSet.Of("n", $"{i:D5}"))).ToImmutableArray()]);
}
