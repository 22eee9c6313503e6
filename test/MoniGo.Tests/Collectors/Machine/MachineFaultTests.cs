using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What the kernel would never write, and what a container may not see.</summary>
public sealed class MachineFaultTests
{
    private static readonly Dictionary<string, Func<ProcRoot, ISnapshotSource>> Readers = new(StringComparer.Ordinal)
    {
        ["proc/stat"] = root => new CpuStatReader(root),
        ["proc/meminfo"] = root => new MemInfoReader(root),
        ["proc/diskstats"] = root => new DiskStatsReader(root),
        ["proc/net/dev"] = root => new NetDevReader(root),
        ["proc/loadavg"] = root => new LoadAverageReader(root),
        ["proc/self/statm"] = root => new StatmReader(root),
        ["proc/self/stat"] = root => new SelfStatReader(root),
        ["proc/self/io"] = root => new SelfIoReader(root),
    };

    public static TheoryData<string> Files => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rubbish_GivesNoReadingAndIsCounted(string file)
    {
        foreach (var rubbish in new[] { "\0\u0001\u00ff", "one two three four five six seven eight nine ten eleven\n", "cpu -1 x\n\n\n", "99999999999999999999999999 -3 1e9\n" })
        {
            using var fixture = new FixtureRoot();
            fixture.Write(file, rubbish);
            var snapshot = Ticks.Collect(Readers[file](fixture.Root), fixture.Root);

            Assert.Equal("monigo.dropped", Assert.Single(snapshot.Families).Instrument.Name);
            Assert.NotEqual(0, snapshot.Value(OwnInstruments.Dropped, ("reason", "malformed")));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ATruncatedFile_NeverThrows(string file)
    {
        var whole = File.ReadAllText(FixtureRoot.Of("server").PathOf(file));
        for (var length = 1; length < whole.Length; length += 1 + (whole.Length / 60))
        {
            using var fixture = new FixtureRoot();
            fixture.Write(file, whole[..length]);
            Ticks.Collect(Readers[file](fixture.Root));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AMissingFile_LosesOnlyItsOwnReadings(string file)
    {
        using var fixture = new FixtureRoot();
        var snapshot = Ticks.Collect(Readers[file](fixture.Root), fixture.Root);

        Assert.Equal(0, snapshot.Value(OwnInstruments.Dropped, ("reason", "malformed")));
        Assert.Single(snapshot.Families);
    }

    [Fact]
    public void AMissingFile_IsLookedForAgainOnlyNowAndThen()
    {
        using var fixture = new FixtureRoot();
        var reader = new LoadAverageReader(fixture.Root);
        Ticks.Collect(reader);
        fixture.Write("proc/loadavg", "1.5 2 3 1/2 3\n");
        var waited = 0;
        while (Ticks.Collect(reader).Families.IsEmpty)
            waited++;

        Assert.Equal(60, waited);
    }

    [Fact]
    public void AFileLargerThanTheBuffer_IsReadWhole()
    {
        using var fixture = new FixtureRoot();
        fixture.Write("proc/net/dev", "\n\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"eth{i}: {new string(' ', 1000)}{i} 0 0 0 0 0 0 0 2 0\n")));

        Assert.Equal(200, Ticks.Collect(new NetDevReader(fixture.Root)).Find("system.network.io")!.Samples.Length);
    }
}
