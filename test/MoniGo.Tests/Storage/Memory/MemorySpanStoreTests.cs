using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class MemorySpanStoreTests : SpanStoreConformance
{
    private protected override ISpanStore Create(long capacity) => new MemorySpanStore(capacity);
}
