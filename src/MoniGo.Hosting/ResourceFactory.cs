using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Hosting;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Says once per host which process the signals come from.</summary>
internal static class ResourceFactory
{
    public static Resource Create(MoniGoOptions options, IHostEnvironment environment)
    {
        using var process = Process.GetCurrentProcess();
        var start = new DateTimeOffset(process.StartTime.ToUniversalTime());
        return new(
            options.ServiceName ?? environment.ApplicationName,
            string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{start.ToUnixTimeMilliseconds()}"),
            Environment.MachineName,
            Environment.ProcessId,
            start,
            options.ServiceVersion ?? EntryVersion(),
            environment.EnvironmentName);
    }

    // "1.2.3+commit" is what the SDK writes; the commit is noise here.
    private static string EntryVersion() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
