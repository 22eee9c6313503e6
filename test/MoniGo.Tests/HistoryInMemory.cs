using System.Runtime.CompilerServices;

namespace MoniGo.Tests;

/// <summary>Keeps the history of every test's host in memory, unless the test says otherwise.</summary>
internal static class HistoryInMemory
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("MoniGo__Storage__Type", nameof(StorageType.Memory));
}
