using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class MemoryStateStoreTests : StateStoreConformance
{
    private protected override IStateStore Create(FakeTime time) => new MemoryStateStore(time);
}
