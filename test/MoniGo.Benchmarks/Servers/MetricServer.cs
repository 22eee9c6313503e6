using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MoniGo.Benchmarks;

/// <summary>A real server on loopback with data of its own; both are gone when this is disposed.</summary>
internal abstract class MetricServer(string binary) : IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("monigo-server-");
    private Process? _process;

    /// <summary>Gets its name in the output.</summary>
    public abstract string Name { get; }

    public HttpClient Client { get; } = new();

    /// <summary>Gets its resident memory.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Gets the directory of its data.</summary>
    protected string DataPath => _directory.FullName;

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var port = FreePort();
        Client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        _process = Process.Start(new ProcessStartInfo(binary, Arguments(port))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { }; // nobody reads, and a full pipe would stop it
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var start = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > StartsWithin)
                throw new InvalidOperationException($"{Name} did not start.");

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Brings everything to disk and gives the bytes that it takes there.</summary>
    public abstract Task<long> FlushAsync(long samples);

    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        Client.Dispose();
        _directory.Delete(recursive: true);
    }

    protected abstract string[] Arguments(int port);

    protected static long BytesIn(string path) =>
        Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Client.GetAsync("/api/v1/query?query=1");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
