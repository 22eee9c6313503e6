using System.Diagnostics;
using System.Globalization;

namespace MoniGo.Benchmarks;

/// <summary>A process of this program that plays one side of a comparison, driven line by line over its standard streams.</summary>
/// <remarks>Sides live in processes of their own because meter listeners are process-wide and memory is only comparable so.</remarks>
internal sealed class Child : IDisposable
{
    /// <summary>First argument that turns this program into a child.</summary>
    public const string Verb = "child";

    private readonly Process _process;

    public Child(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // Logging and environment of the parent must not leak into what is measured.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "None" },
        };

        // Started as "dotnet Benchmarks.dll" the program's own path comes first.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(Child).Assembly.Location);

        foreach (var argument in (string[])[Verb, .. arguments])
            start.ArgumentList.Add(argument);

        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Gets the CPU time that the process has used.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Gets the resident memory of the process in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Reads the next line that the child says.</summary>
    public string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The child ended early.");

    /// <summary>Sends a line and reads the answer.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        return Read();
    }

    /// <summary>Sends a line and reads the answer as numbers.</summary>
    public double[] AskNumbers(string line) =>
        [.. Ask(line).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();

        _process.Dispose();
    }
}
