using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>A source that does what a test says.</summary>
internal sealed class DelegateSource(Action<SnapshotBuilder> collect) : ISnapshotSource
{
    public void Collect(SnapshotBuilder builder) => collect(builder);
}
