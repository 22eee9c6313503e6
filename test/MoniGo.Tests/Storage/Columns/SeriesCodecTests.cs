using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class SeriesCodecTests
{
    private readonly SeriesRows _back = new();

    public static TheoryData<InstrumentKind, bool> Kinds()
    {
        var all = new TheoryData<InstrumentKind, bool>();
        foreach (var kind in Enum.GetValues<InstrumentKind>())
        {
            all.Add(kind, false);
            all.Add(kind, true);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_RandomSeries_GivesWhatWasWritten(InstrumentKind kind, bool isRolledUp) => Seeds.Try(40, random =>
    {
        var axisCount = RandomColumns.Length(random);
        var rows = RandomSeries.Make(random, axisCount, kind);
        SeriesCodec.Read(Write(rows, axisCount, kind, isRolledUp), axisCount, kind, isRolledUp, _back);
        RandomSeries.AssertEqual(rows, _back, kind, isRolledUp);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_DamagedBytes_IsRightOrDamage(InstrumentKind kind, bool isRolledUp) => Seeds.Try(40, random =>
    {
        var axisCount = RandomColumns.Length(random);
        var bytes = Write(RandomSeries.Make(random, axisCount, kind), axisCount, kind, isRolledUp);
        for (var i = 0; i < 10; i++)
            Damage.Try(Damage.Flip([.. bytes], random), damaged => SeriesCodec.Read(damaged, axisCount, kind, isRolledUp, _back));

        Damage.Try(Damage.Noise(random), damaged => SeriesCodec.Read(damaged, axisCount, kind, isRolledUp, _back));
    });

    [Fact]
    public void Read_AfterDamage_FillsTheSameRowsRightly()
    {
        var random = new Random(7);
        var rows = RandomSeries.Make(random, 128, InstrumentKind.Histogram);
        var bytes = Write(rows, 128, InstrumentKind.Histogram, isRolledUp: false);
        for (var i = 0; i < 50; i++)
            Damage.Try(Damage.Flip([.. bytes], random), damaged => SeriesCodec.Read(damaged, 128, InstrumentKind.Histogram, false, _back));

        SeriesCodec.Read(bytes, 128, InstrumentKind.Histogram, false, _back);
        RandomSeries.AssertEqual(rows, _back, InstrumentKind.Histogram, isRolledUp: false);
    }

    [Fact]
    public void Read_SumOfInfinities_SurvivesAsNotANumber()
    {
        var rows = new SeriesRows();
        rows.Begin(2);
        rows.IsDense = true;
        (rows.Min[0], rows.Max[0], rows.Sum[0]) = (double.NegativeInfinity, double.PositiveInfinity, double.NaN);
        (rows.Min[1], rows.Max[1], rows.Sum[1]) = (BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0001), double.NaN, 1.5);
        SeriesCodec.Read(Write(rows, 2, InstrumentKind.Gauge, isRolledUp: true), 2, InstrumentKind.Gauge, isRolledUp: true, _back);
        RandomSeries.AssertEqual(rows, _back, InstrumentKind.Gauge, isRolledUp: true);
    }

    [Fact]
    public void Read_AgainAndAgain_AllocatesNothing()
    {
        var rows = RandomSeries.Make(new Random(3), 720, InstrumentKind.Histogram);
        var bytes = Write(rows, 720, InstrumentKind.Histogram, isRolledUp: false);
        SeriesCodec.Read(bytes, 720, InstrumentKind.Histogram, false, _back);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SeriesCodec.Read(bytes, 720, InstrumentKind.Histogram, false, _back);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Write_MoreRowsThanTheAxisHas_IsRefused()
    {
        var rows = RandomSeries.Make(new Random(3), 128, InstrumentKind.Gauge);
        Assert.Throws<ArgumentException>(() => Write(rows, rows.Count - 1, InstrumentKind.Gauge, isRolledUp: false));
    }

    private static byte[] Write(SeriesRows rows, int axisCount, InstrumentKind kind, bool isRolledUp)
    {
        var writer = new ByteWriter();
        SeriesCodec.Write(rows, axisCount, kind, isRolledUp, writer);
        return writer.ToArray();
    }
}
