using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class MemoryEventLogTests : EventLogConformance
{
    private protected override IEventLog Create(long capacity) => new MemoryEventLog(capacity);
}
