using System.Text;

namespace MoniGo.Tests;

/// <summary>The machine whose power can be cut keeps what was synced, and may lose all else.</summary>
public sealed class CrashFilesTests
{
    private const int Seeds = 200;

    [Fact]
    public void Crash_SyncedBytesAndNames_Survive()
    {
        foreach (var machine in Machines())
        {
            using var file = machine.Create("/store/a");
            file.Append("safe"u8);
            file.Sync();
            machine.SyncDirectory("/store");

            Assert.Equal("safe", Text(machine.Crash(), "a"));
        }
    }

    [Fact]
    public void Crash_UnsyncedBytes_SurviveInPart()
    {
        var survivors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var machine in Machines())
        {
            using var file = machine.Create("/store/a");
            file.Append("safe"u8);
            file.Sync();
            machine.SyncDirectory("/store");
            file.Append("lost"u8);
            survivors.Add(Text(machine.Crash(), "a"));
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "safe", "safel", "safelo", "safelos", "safelost", "safelos\0" }, survivors);
        Assert.All(survivors, text => Assert.StartsWith("safe", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Crash_UnsyncedNames_StayOrRevert_EachByItself()
    {
        var survivors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var machine in Machines())
        {
            Write(machine, "old", "old");
            Write(machine, "deleted", "x");
            machine.SyncDirectory("/store");
            Write(machine, "new.tmp", "new");
            machine.Rename("/store/new.tmp", "/store/old");
            machine.Delete("/store/deleted");

            var after = machine.Crash();
            survivors.Add($"{string.Join(' ', after.List("/store"))}: {Text(after, "old")}");
        }

        Assert.Equal(
            ["deleted new.tmp old: old", "deleted old: new", "deleted old: old", "new.tmp old: old", "old: new", "old: old"],
            survivors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Crash_SyncedRename_Holds()
    {
        foreach (var machine in Machines())
        {
            Write(machine, "a", "old");
            machine.SyncDirectory("/store");
            Write(machine, "a.tmp", "new");
            machine.Rename("/store/a.tmp", "/store/a");
            machine.SyncDirectory("/store");

            Assert.Equal("new", Text(machine.Crash(), "a"));
        }
    }

    [Fact]
    public void Crash_UnsyncedCut_MayRevert()
    {
        var survivors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var machine in Machines())
        {
            Write(machine, "a", "before");
            machine.SyncDirectory("/store");
            using var file = machine.OpenAppend("/store/a", 2);
            survivors.Add(Text(machine.Crash(), "a"));
        }

        Assert.Contains("before", survivors);
        Assert.Contains("be", survivors);
    }

    [Fact]
    public void Kill_KeepsWhatTheSystemWasGiven_AndFreesTheLock()
    {
        var machine = Machines().First();
        Assert.NotNull(machine.TryLock("/store/lock", "first"));
        Assert.Null(machine.TryLock("/store/lock", "second"));
        Assert.Equal("first", machine.ReadOwner("/store/lock"));
        using var file = machine.Create("/store/a");
        file.Append("text"u8);

        var after = machine.Kill();

        Assert.Equal("text", Text(after, "a"));
        Assert.NotNull(after.TryLock("/store/lock", "third"));
        Assert.Throws<IOException>(() => file.Append("x"u8));
        Assert.Throws<IOException>(() => machine.List("/store"));
    }

    private static IEnumerable<CrashFiles> Machines()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var machine = new CrashFiles(seed);
            machine.CreateDirectory("/store");
            yield return machine;
        }
    }

    private static void Write(CrashFiles machine, string name, string text)
    {
        using var file = machine.Create($"/store/{name}");
        file.Append(Encoding.UTF8.GetBytes(text));
        file.Sync();
    }

    private static string Text(CrashFiles machine, string name)
    {
        using var file = machine.OpenRead($"/store/{name}");
        var bytes = new byte[file.Length];
        return Encoding.UTF8.GetString(bytes, 0, file.Read(0, bytes));
    }
}
