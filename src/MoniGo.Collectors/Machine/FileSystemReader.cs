using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the space of the file system that holds the working directory, on every platform.</summary>
internal sealed class FileSystemReader : ISnapshotSource
{
    private const string State = "system.filesystem.state";

    private static readonly SeriesKey UsedKey = new(HostInstruments.FileSystem, TagSet.Of(State, "used"));
    private static readonly SeriesKey FreeKey = new(HostInstruments.FileSystem, TagSet.Of(State, "free"));

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        // Windows wants the drive; elsewhere any path answers for the file system under it.
        var directory = Environment.CurrentDirectory;
        var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(directory) ?? directory : directory);
        builder.Add(UsedKey, drive.TotalSize - drive.TotalFreeSpace);
        builder.Add(FreeKey, drive.AvailableFreeSpace); // without what is reserved for the administrator
    }
}
