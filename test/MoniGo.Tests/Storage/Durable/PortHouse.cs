using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A directory for the durable ports of one test, and everything they complain of.</summary>
internal sealed class PortHouse : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<IDurablePort> _open = [];
    private readonly List<string> _problems = [];

    public FakeTime Time { get; } = new(TickScript.Noon);

    public TroubledFiles Files { get; } = new();

    public string Root => _directory.Root;

    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_problems)
                return [.. _problems];
        }
    }

    public void Tell(string problem)
    {
        lock (_problems)
            _problems.Add(problem);
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Gives a new port its directory.</summary>
    public T Open<T>(T port)
        where T : IDurablePort
    {
        _open.Add(port);
        port.OpenAsync(Files, Root).GetAwaiter().GetResult();
        return port;
    }

    /// <summary>Ends a port as the host does when it stops, and opens another in its place.</summary>
    public async Task<T> ReopenAsync<T>(object port, T next)
        where T : IDurablePort
    {
        await ((IDurablePort)port).DisposeAsync();
        return Open(next);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var port in _open)
            await port.DisposeAsync();

        _directory.Dispose();
    }
}
