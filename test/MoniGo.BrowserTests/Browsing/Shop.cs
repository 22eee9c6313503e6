using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MoniGo.BrowserTests;

/// <summary>The Storefront sample with its traffic, as a process of its own on a free port.</summary>
/// <remarks>Started once for all tests, ended by its id when they are over.</remarks>
public sealed partial class Shop : IAsyncLifetime
{
    private const string Announcement = "its dashboard is at ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("monigo-browser-tests-");
    private Process? _process;

    /// <summary>The dashboard's address, without a slash at its end.</summary>
    public Uri Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _process = Start();
        Dashboard = await ReadAddressAsync(_process, patience.Token);
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await UntilThereIsSomethingToSeeAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        _data.Delete(recursive: true);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = _data.FullName };
        start.ArgumentList.Add(Path.Combine(SourceTree.Storefront, "Storefront.dll"));
        start.ArgumentList.Add("--load");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_CONTENTROOT"] = SourceTree.Storefront;
        start.Environment["MoniGo__SamplingInterval"] = "00:00:01";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        return Process.Start(start) ?? throw new InvalidOperationException("The shop did not start.");
    }

    private static async Task<Uri> ReadAddressAsync(Process process, CancellationToken patience)
    {
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience) is { } line)
        {
            if (line.Contains(Announcement, StringComparison.Ordinal))
                return new Uri(line.Split(Announcement)[1]);
            said.Add(line);
        }
        throw new InvalidOperationException("The shop ended before it opened:\n" + string.Join('\n', said));
    }

    /// <summary>Ready is a page whose tables have rows: by then the traffic was seen by two ticks.</summary>
    private async Task UntilThereIsSomethingToSeeAsync(CancellationToken patience)
    {
        using var http = new HttpClient();
        while (true)
        {
            using var response = await http.GetAsync(Dashboard, patience);
            if (response.IsSuccessStatusCode && Row().IsMatch(await response.Content.ReadAsStringAsync(patience)))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience);
        }
    }

    [GeneratedRegex("<tbody data-rows[^>]*>[^<]*<tr", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
