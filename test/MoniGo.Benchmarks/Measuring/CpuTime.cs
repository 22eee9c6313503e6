using System.Runtime.InteropServices;

namespace MoniGo.Benchmarks;

/// <summary>Reads CPU time, which other tenants of the machine cannot inflate as they do wall time.</summary>
internal static partial class CpuTime
{
    // clockid_t CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadClock = 3;

    /// <summary>CPU nanoseconds of the calling thread; of the process where the system has no such clock for us.</summary>
    public static double OfThread() =>
        OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0 ? (time.Seconds * 1e9) + time.Nanoseconds : OfProcess();

    /// <summary>CPU nanoseconds of the process, all threads, user and kernel.</summary>
    public static double OfProcess() => Environment.CpuUsage.TotalTime.TotalNanoseconds;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
