using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class MemoryBlobRingTests : BlobRingConformance
{
    private protected override IBlobRing Create(long capacity) => new MemoryBlobRing(capacity);
}
