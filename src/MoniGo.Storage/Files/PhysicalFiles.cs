using System.Text;

namespace MoniGo.Storage;

/// <summary>The file system of the machine, without buffers of our own.</summary>
/// <remarks>What it creates on Unix is for the owner's eyes only: history names customers and machines.</remarks>
internal sealed class PhysicalFiles : IFileLayer
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerDirectory = OwnerFile | UnixFileMode.UserExecute;
    private const FileShare Everybody = FileShare.ReadWrite | FileShare.Delete;
    private const int MaxOwnerBytes = 1024;

    public void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerDirectory);
    }

    public IReadOnlyList<string> List(string directory)
    {
        if (!Directory.Exists(directory))
            return []; // without an exception, which the host's own figures would show

        try
        {
            var names = new DirectoryInfo(directory).EnumerateFiles().Select(file => file.Name).ToList();
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    public IReadableFile OpenRead(string path) =>
        new PhysicalReadable(File.OpenHandle(path, FileMode.Open, FileAccess.Read, Everybody, FileOptions.RandomAccess));

    public IWritableFile Create(string path) => new PhysicalWritable(Open(path, FileMode.Create, FileAccess.Write, Everybody), 0);

    public IWritableFile OpenAppend(string path, long length)
    {
        var stream = Open(path, FileMode.OpenOrCreate, FileAccess.Write, Everybody);
        try
        {
            if (stream.Length > length)
                stream.SetLength(length);

            return new PhysicalWritable(stream, stream.Length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return;

        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // The file is absent with its directory, which is what was asked for.
        }
    }

    public void SyncDirectory(string path)
    {
        // Windows journals names by itself and lets no directory be flushed.
        if (!OperatingSystem.IsWindows())
            UnixCalls.SyncDirectory(path);
    }

    public IDisposable? TryLock(string path, string owner)
    {
        try
        {
            // On Unix this share is an exclusive flock, the only one .NET offers; on Windows readers of the text may stay.
            var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
            var held = Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
            WriteOwner(held, owner);
            return held;
        }
        catch (IOException refused) when (IsHeldByAnother(refused))
        {
            return null;
        }
    }

    public string? ReadOwner(string path)
    {
        try
        {
            var bytes = OperatingSystem.IsWindows() ? ReadShared(path) : UnixCalls.ReadStart(path, MaxOwnerBytes);
            return bytes.Length == 0 ? null : Encoding.UTF8.GetString(bytes);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;

        return new(path, options);
    }

    private static void WriteOwner(FileStream held, string owner)
    {
        try
        {
            held.SetLength(0);
            held.Write(Encoding.UTF8.GetBytes(owner));
        }
        catch (IOException)
        {
            // The lock counts; its text is for people, and a full disk must not keep the store from starting.
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, Everybody);
        var bytes = new byte[MaxOwnerBytes];
        return bytes[..RandomAccess.Read(file, bytes, 0)];
    }

    /// <summary>Tells EWOULDBLOCK and a sharing violation from real failures, by the numbers .NET puts into the exception.</summary>
    private static bool IsHeldByAnother(IOException refused) => refused.HResult switch
    {
        unchecked((int)0x80070020) => OperatingSystem.IsWindows(),
        11 => OperatingSystem.IsLinux(),
        35 => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD(),
        _ => false,
    };
}
