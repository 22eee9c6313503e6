using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MoniGo.Storage;

/// <summary>The calls of Unix that .NET has no word for.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixCalls
{
    private const int AccessDenied = 13; // EACCES, on Linux and macOS alike
    private const int Interrupted = 4; // EINTR
    private const int Unsupported = 22; // EINVAL: the file system has nothing to sync

    /// <summary>Makes the names in a directory survive a crash; .NET opens no directories.</summary>
    public static void SyncDirectory(string path)
    {
        var directory = OpenToRead(path);
        try
        {
            while (Sync(directory) != 0)
            {
                if (Marshal.GetLastPInvokeError() is var error && error == Unsupported)
                    return;

                if (error != Interrupted)
                    throw Failure(error, path);
            }
        }
        finally
        {
            _ = Close(directory);
        }
    }

    /// <summary>Reads the first bytes of a file that another holds locked; .NET would ask for the lock.</summary>
    public static byte[] ReadStart(string path, int max)
    {
        var file = OpenToRead(path);
        try
        {
            var bytes = new byte[max];
            var read = Read(file, bytes, bytes.Length);
            return read >= 0 ? bytes[..(int)read] : throw Failure(Marshal.GetLastPInvokeError(), path);
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static int OpenToRead(string path)
    {
        // Without O_CLOEXEC a child process would inherit the descriptor.
        var closeInChildren = OperatingSystem.IsMacOS() ? 0x1000000 : OperatingSystem.IsFreeBSD() ? 0x100000 : 0x80000;
        int descriptor;
        while ((descriptor = Open(path, closeInChildren)) < 0)
        {
            if (Marshal.GetLastPInvokeError() is var error && error != Interrupted)
                throw Failure(error, path);
        }

        return descriptor;
    }

    private static Exception Failure(int error, string path)
    {
        var text = $"{Marshal.GetPInvokeErrorMessage(error)} : '{path}'";
        return error == AccessDenied ? new UnauthorizedAccessException(text) : new IOException(text, error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, Span<byte> into, nint count);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
