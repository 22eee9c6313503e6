using System.Diagnostics;

namespace MoniGo.Benchmarks;

/// <summary>Finds servers on the path, or unpacks them from Debian's packages without installing anything.</summary>
/// <remarks>Unpacked, a package starts no service and needs no root; what was unpacked is deleted with this object.</remarks>
internal sealed class DebianBinaries : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("monigo-servers-");

    /// <summary>Gets the path of a program that a package of the same name holds.</summary>
    /// <exception cref="InvalidOperationException">It is neither installed nor to be had; the message says what to do.</exception>
    public string Find(string package)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(Array.ConvertAll(paths, path => Path.Combine(path, package)), File.Exists) ?? Unpack(package);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private string Unpack(string package)
    {
        var binary = Path.Combine(_directory.FullName, "usr", "bin", package);
        var done = Run("apt-get", "download", package)
            && Run("dpkg-deb", "-x", Directory.GetFiles(_directory.FullName, $"{package}_*.deb").Single(), _directory.FullName);
        return done && File.Exists(binary)
            ? binary
            : throw new InvalidOperationException($"'{package}' is not on the path and its Debian package cannot be fetched. As root: apt-get update && apt-get install {package}");
    }

    private bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program: not a Debian
        }
    }
}
