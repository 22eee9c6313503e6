using System.Text;

namespace MoniGo.Tests;

/// <summary>The file system that fails on demand fails as a real one does, and recovers.</summary>
public sealed class FaultyFilesTests
{
    private readonly FaultyFiles _files = new(new CrashFiles(1));

    public FaultyFilesTests() => _files.CreateDirectory("/store");

    [Fact]
    public void Budget_TooSmall_TearsTheAppend_AndTheNextOneWritesOverIt()
    {
        using var file = _files.Create("/store/a");
        file.Append("head "u8);
        _files.Budget = 3;

        var failure = Assert.Throws<IOException>(() => file.Append("torn"u8));

        Assert.Equal("No space left on device", failure.Message);
        Assert.Equal(("head tor", 5, 1), (Text("a"), file.Length, _files.Failures));

        _files.Budget = long.MaxValue;
        file.Append("ok"u8);
        Assert.Equal(("head ok", 7), (Text("a"), file.Length));
    }

    [Fact]
    public void Failing_OneOperation_LeavesTheOthers()
    {
        using var file = _files.Create("/store/a");
        _files.Failing = FileOperations.Sync;

        file.Append("x"u8);
        Assert.Throws<IOException>(file.Sync);

        _files.Failing = FileOperations.None;
        file.Sync();
    }

    [Fact]
    public void Failing_Writes_RefusesEveryChange_AndNoReading()
    {
        using var file = _files.Create("/store/a");
        (_files.Failing, _files.Failure) = (FileOperations.Writes, FaultyFiles.Denied);

        Action[] changes =
        [
            () => file.Append("x"u8), file.Sync, () => _files.Create("/store/b"), () => _files.OpenAppend("/store/a", 0), () => _files.Delete("/store/a"),
            () => _files.Rename("/store/a", "/store/b"), () => _files.SyncDirectory("/store"), () => _files.CreateDirectory("/b"), () => _files.TryLock("/store/lock", ""),
        ];
        Assert.All(changes, change => Assert.Throws<UnauthorizedAccessException>(change));
        Assert.Equal(changes.Length, _files.Failures);
        Assert.Equal(["a"], _files.List("/store"));
        Assert.Equal("", Text("a"));
    }

    [Fact]
    public void Where_LimitsTheFailuresToSomePaths()
    {
        (_files.Failing, _files.Where) = (FileOperations.All, path => path.EndsWith(".seg", StringComparison.Ordinal));

        Assert.Throws<IOException>(() => _files.Create("/store/a.seg"));
        _files.Create("/store/a.wal").Dispose();
    }

    private string Text(string name)
    {
        using var file = _files.OpenRead($"/store/{name}");
        var bytes = new byte[file.Length];
        return Encoding.UTF8.GetString(bytes, 0, file.Read(0, bytes));
    }
}
