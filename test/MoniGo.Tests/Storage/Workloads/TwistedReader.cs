using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Gives back one tick with every value changed a little, as a broken store would.</summary>
internal sealed class TwistedReader(Snapshot tick, Func<double, double> twist) : ISampleReader
{
    public StoreStatus Status => throw new NotSupportedException();

    public async IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var (series, value, _) in tick.Find(query.Selector.Instrument)!.Samples)
        {
            var read = twist(value);
            yield return new(series, [new(tick.Time, 1, read, read, read, read, 0, null)]);
        }
    }
}
