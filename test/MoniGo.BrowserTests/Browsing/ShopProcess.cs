using System.Diagnostics;

namespace MoniGo.BrowserTests;

/// <summary>The Storefront sample as a process of its own on a free port.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private const string Announcement = "its dashboard is at ";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("monigo-browser-tests-");
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ShopProcess(IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> environment)
    {
        // Where tests run in the background, a shell lets them and their children ignore SIGINT; env undoes that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(SourceTree.Storefront, "Storefront.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data.FullName,
        };
        start.Environment["ASPNETCORE_CONTENTROOT"] = SourceTree.Storefront;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["MoniGo__SamplingInterval"] = "1s";
        start.Environment["MoniGo__Storage__Directory"] = Path.Combine(_data.FullName, "monigo");
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("The shop did not start.");
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>How long anything may take before the tests call it hung.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts the shop as its README says: in Development.</summary>
    public static ShopProcess StartInDevelopment(params string[] arguments) => new(arguments, [("ASPNETCORE_ENVIRONMENT", "Development")]);

    /// <summary>Starts the shop in Development on a directory of history that outlives it.</summary>
    public static ShopProcess StartOn(DirectoryInfo history) =>
        new([], [("ASPNETCORE_ENVIRONMENT", "Development"), ("MoniGo__Storage__Directory", history.FullName)]);

    /// <summary>Starts the shop as it would run for customers, with these settings.</summary>
    public static ShopProcess StartInProduction(params (string Key, string Value)[] settings) => new([], [("ASPNETCORE_ENVIRONMENT", "Production"), .. settings]);

    /// <summary>Waits until the shop says where its dashboard is.</summary>
    public async Task<Uri> OpensAsync(CancellationToken patience)
    {
        while (await _process.StandardOutput.ReadLineAsync(patience) is { } line)
        {
            if (!line.Contains(Announcement, StringComparison.Ordinal))
                continue;
            // Read on, or a full pipe would stop the shop.
            _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new Uri(line.Split(Announcement)[1]);
        }
        throw new InvalidOperationException("The shop ended before it opened:\n" + await _errors);
    }

    /// <summary>Does what Ctrl+C does.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end; returns the exit code and what was said on the error stream.</summary>
    public async Task<(int Code, string Errors)> EndsAsync(CancellationToken patience)
    {
        await _process.WaitForExitAsync(patience);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
