using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The same by a store that seals after every tick, so that each answer comes out of many segments.</summary>
public sealed class SealedStoreTests : DiskStoreTests
{
    private protected override long HeadCapacity => 1;

    private protected override int Many => 300;

    private protected override IFileLayer Files => new CrashFiles(1); // thousands of files would make a disk sweat
}
