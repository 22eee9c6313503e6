using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The stores' view of the machine's file system.</summary>
public sealed class PhysicalFilesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly PhysicalFiles _files = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Append_SeenByAReaderAtOnce_AndByALaterOne()
    {
        using var written = _files.Create(_directory["a"]);
        using var read = _files.OpenRead(_directory["a"]);

        written.Append("hello "u8);
        written.Append("world"u8);
        written.Sync();

        Assert.Equal(11, written.Length);
        Assert.Equal("hello world", Text(read));
    }

    [Fact]
    public void Create_OverAFile_EmptiesIt()
    {
        Write("a", "long text");
        Write("a", "short");

        Assert.Equal("short", Text("a"));
    }

    [Theory]
    [InlineData(4, "longtail")]
    [InlineData(0, "tail")]
    [InlineData(99, "long texttail")]
    public void OpenAppend_CutsAndNeverGrows(long length, string expected)
    {
        Write("a", "long text");
        using (var file = _files.OpenAppend(_directory["a"], length))
            file.Append("tail"u8);

        Assert.Equal(expected, Text("a"));
    }

    [Fact]
    public void OpenAppend_AbsentFile_CreatesIt()
    {
        _files.OpenAppend(_directory["a"], 10).Dispose();

        Assert.Equal("", Text("a"));
    }

    [Fact]
    public void Read_OutsideTheFile_GivesNothing()
    {
        Write("a", "text");
        using var file = _files.OpenRead(_directory["a"]);

        Assert.Equal(0, file.Read(-1, new byte[4]));
        Assert.Equal(0, file.Read(long.MaxValue - 10, new byte[4]));
        Assert.Equal(1, file.Read(3, new byte[4]));
    }

    [Fact]
    public void List_GivesNamesInOrdinalOrder_AndNoneForAnAbsentDirectory()
    {
        _files.CreateDirectory(_directory["deep/er"]);
        foreach (var name in new[] { "b", "B", "a", "deep/er/c" })
            Write(name, "");

        Assert.Equal(["B", "a", "b"], _files.List(_directory.Root));
        Assert.Equal(["c"], _files.List(_directory["deep/er"]));
        Assert.Empty(_files.List(_directory["absent"]));
    }

    [Fact]
    public void Rename_ReplacesAndLeavesReadersAlone()
    {
        Write("a", "new");
        Write("b", "old");
        using var reader = _files.OpenRead(_directory["b"]);

        _files.Rename(_directory["a"], _directory["b"]);

        Assert.Equal("old", Text(reader));
        Assert.Equal("new", Text("b"));
        Assert.Equal(["b"], _files.List(_directory.Root));
    }

    [Fact]
    public void Delete_AbsentFileOrDirectory_IsFine()
    {
        Write("a", "");
        _files.Delete(_directory["a"]);
        _files.Delete(_directory["a"]);
        _files.Delete(_directory["absent/a"]);

        Assert.Empty(_files.List(_directory.Root));
    }

    [Fact]
    public void SyncDirectory_PresentIsFine_AbsentIsAnIOException()
    {
        _files.SyncDirectory(_directory.Root);
        if (!OperatingSystem.IsWindows())
            Assert.Throws<IOException>(() => _files.SyncDirectory(_directory["absent"]));
    }

    [Fact]
    public void TryLock_HeldInTheSameProcess_IsNullUntilReleased()
    {
        var held = _files.TryLock(_directory["lock"], "process 42 on box");

        Assert.NotNull(held);
        Assert.Null(new PhysicalFiles().TryLock(_directory["lock"], "another"));
        Assert.Equal("process 42 on box", _files.ReadOwner(_directory["lock"]));

        held.Dispose();
        using var next = _files.TryLock(_directory["lock"], "next");
        Assert.NotNull(next);
        Assert.Equal("next", _files.ReadOwner(_directory["lock"]));
    }

    [Fact]
    public void ReadOwner_NoLock_IsNull() => Assert.Null(_files.ReadOwner(_directory["lock"]));

    [Fact]
    public void TryLock_NoDirectory_IsAnIOExceptionAndNotHeld() =>
        Assert.ThrowsAny<IOException>(() => _files.TryLock(_directory["absent/lock"], "me"));

    [Fact]
    public void ClosedFiles_FailWithIOException()
    {
        var written = _files.Create(_directory["a"]);
        var read = _files.OpenRead(_directory["a"]);
        written.Dispose();
        read.Dispose();

        Assert.Throws<IOException>(() => written.Append("x"u8));
        Assert.Throws<IOException>(written.Sync);
        Assert.Throws<IOException>(() => read.Read(0, new byte[1]));
        Assert.Throws<IOException>(() => read.Length);
    }

    [Fact]
    public void CreatedFiles_AreForTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
            return;

        _files.CreateDirectory(_directory["own"]);
        Write("own/a", "");
        using var held = _files.TryLock(_directory["own/lock"], "me");

        const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(ReadWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory["own"]));
        Assert.Equal(ReadWrite, File.GetUnixFileMode(_directory["own/a"]));
        Assert.Equal(ReadWrite, File.GetUnixFileMode(_directory["own/lock"]));
    }

    private void Write(string name, string text)
    {
        using var file = _files.Create(_directory[name]);
        file.Append(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private string Text(string name)
    {
        using var file = _files.OpenRead(_directory[name]);
        return Text(file);
    }

    private static string Text(IReadableFile file)
    {
        var bytes = new byte[file.Length];
        return System.Text.Encoding.UTF8.GetString(bytes, 0, file.Read(0, bytes));
    }
}
