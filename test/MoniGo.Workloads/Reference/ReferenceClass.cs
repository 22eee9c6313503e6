using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>One kind of series of the reference day: how many there are, how they move, and what they were measured at elsewhere.</summary>
/// <param name="Name">Part of its instruments' names.</param>
/// <param name="Count">Number of series out of 300.</param>
/// <param name="Kind">Kind of its instruments.</param>
/// <param name="Unit">Unit of its instruments.</param>
/// <param name="OriginalFloor">Bits per sample of the data that the published comparisons were made on.</param>
/// <param name="Make">Makes the model of one series.</param>
public sealed record ReferenceClass(
    string Name, int Count, InstrumentKind Kind, string Unit, double OriginalFloor, Func<Xoshiro, SeriesModel> Make)
{
    /// <summary>Gets all classes; their counts add up to 300.</summary>
    public static IReadOnlyList<ReferenceClass> All { get; } =
    [
        new("constant", 51, InstrumentKind.Gauge, "1", 0, random => new ConstantModel(random)),
        new("rare_step", 39, InstrumentKind.UpDownCounter, "{thread}", 0.10, random => new RareStepModel(random)),
        new("mostly_zero", 30, InstrumentKind.Gauge, "{item}", 0.33, random => new MostlyZeroModel(random)),
        new("slow_count", 30, InstrumentKind.Counter, "{error}", 0.54, CountModel.MakeSlow),
        new("fast_count", 30, InstrumentKind.Counter, "{request}", 5.16, CountModel.MakeFast),
        new("byte_count", 15, InstrumentKind.Counter, "By", 16.31, random => new ByteCountModel(random)),
        new("second_count", 15, InstrumentKind.Counter, "s", 12.07, random => new SecondCountModel(random)),
        new("working_set", 15, InstrumentKind.Gauge, "By", 8.95, random => new WorkingSetModel(random)),
        new("heap", 15, InstrumentKind.Gauge, "By", 16.78, random => new HeapModel(random)),
        new("latency", 15, InstrumentKind.Gauge, "ms", 13.59, random => new LatencyModel(random)),
        new("ratio", 15, InstrumentKind.Gauge, "1", 50.65, random => new RatioModel(random)),
        new("sparse", 30, InstrumentKind.Gauge, "ms", 15.85, random => new SparseModel(random)),
    ];
}
