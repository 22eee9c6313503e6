namespace MoniGo.Tests;

/// <summary>Old data must never keep an app from starting: damage is set aside, counted, told once, and the rest is read.</summary>
public sealed class DamagedStoreTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryDirectory _directory = new();
    private StoreStory _app = null!;

    public static TheoryData<string> Damages => ["cut in half", "empty", "without its trailer", "garbage", "another magic", "one flipped bit in the trailer"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_segment_is_set_aside_and_the_others_are_read(string damage)
    {
        await LiveAsync(3.2 * Hour);
        Damage(_directory.Files("raw")[1], damage);

        await _app.RestartAsync();

        Assert.Single(_directory.Files("aside"));
        Assert.Equal((1, null), (_app.Store.Status.Damaged, _app.Store.Status.Problem));
        Assert.Contains(Path.GetFileName(_directory.Files("aside")[0]).Replace("raw-", "", StringComparison.Ordinal), _app.Store.Status.LastDamage, StringComparison.Ordinal);
        Assert.Single(_app.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        var left = (await _app.LevelsAsync()).Sum(window => window.Count);
        Assert.Equal(_app.Kept.Count - 240, left);
        Assert.Equal(_app.Kept.Count, (await _app.LevelsAsync(TimeSpan.FromMinutes(1))).Sum(window => window.Count)); // the minutes of that hour are still there

        await _app.RestartAsync();
        Assert.Equal(1, _app.Store.Status.Damaged); // counted, but not told again
    }

    [Fact]
    public async Task A_flipped_bit_in_the_data_costs_one_series_of_one_hour()
    {
        await LiveAsync(2.2 * Hour);
        var file = _directory.Files("raw")[0];
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[200] ^= 4;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await _app.RestartAsync();

        var levels = await _app.LevelsAsync();
        var jobs = await _app.LevelsAsync(default, TickScript.Jobs);
        await _app.LevelsAsync();

        Assert.Equal((2 * _app.Kept.Count) - 240, levels.Length + jobs.Length);
        Assert.Equal(1, _app.Store.Status.Damaged);
        Assert.Single(_app.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_roll_up_is_made_again()
    {
        await LiveAsync(3.2 * Hour);
        File.Delete(_directory.Files("minute")[1]);
        Damage(_directory.Files("minute")[0], "garbage");

        await _app.RestartAsync();

        Assert.Equal(3, _directory.Files("minute").Length);
        Assert.Equal(_app.Kept.Count, (await _app.LevelsAsync(Hour)).Sum(window => window.Count));
    }

    [Fact]
    public async Task A_torn_tail_of_the_log_is_no_damage()
    {
        await LiveAsync(TimeSpan.FromMinutes(10));
        await _app.Store.DisposeAsync();
        var log = _directory.Files("wal")[^1];
        await using (var file = File.OpenWrite(log))
            file.SetLength(file.Length - 3);

        await _app.RestartAsync();

        Assert.Equal((0, null), (_app.Store.Status.Damaged, _app.Store.Status.Problem));
        Assert.Equal(_app.Kept.Count - 1, (await _app.LevelsAsync()).Length);
    }

    [Fact]
    public async Task Garbage_in_the_log_costs_what_is_behind_it_and_is_set_aside()
    {
        await LiveAsync(TimeSpan.FromMinutes(10));
        await _app.Store.DisposeAsync();
        var log = _directory.Files("wal")[^1];
        var bytes = await File.ReadAllBytesAsync(log, TestContext.Current.CancellationToken);
        new Random(1).NextBytes(bytes.AsSpan(bytes.Length / 2, 50));
        await File.WriteAllBytesAsync(log, bytes, TestContext.Current.CancellationToken);

        await _app.RestartAsync();
        var kept = (await _app.LevelsAsync()).Length;
        await _app.RestartAsync(); // what could be read was sealed before its log was set aside

        Assert.InRange(kept, 5, _app.Kept.Count - 5);
        Assert.Equal(kept, (await _app.LevelsAsync()).Length);
        Assert.Single(_directory.Files("aside"));
        Assert.Equal(1, _app.Store.Status.Damaged);
    }

    [Fact]
    public async Task A_segment_of_a_newer_version_is_left_for_that_version()
    {
        await LiveAsync(2.2 * Hour);
        var file = _directory.Files("raw")[0];
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[8] = 99;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        await _app.RestartAsync();

        Assert.True(File.Exists(file));
        Assert.Contains("99", _app.Store.Status.LastDamage, StringComparison.Ordinal);
        Assert.NotEmpty(await _app.LevelsAsync());
    }

    [Fact]
    public async Task Files_of_others_are_left_alone()
    {
        foreach (var name in new[] { "raw/notes.txt", "raw/x.seg", "wal/old.wal", "minute/1-.seg" })
        {
            var path = Path.Combine(_directory.Root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "hello", TestContext.Current.CancellationToken);
        }

        Directory.CreateDirectory(Path.Combine(_directory.Root, "raw", "0000000001.seg"));
        await LiveAsync(1.2 * Hour);
        await _app.RestartAsync();

        await _app.AllIsThereAsync();
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(_directory.Root, "raw/notes.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whatever_the_files_hold_the_store_starts_and_answers()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await LiveAsync(26.2 * Hour);
        for (var round = 0; round < (Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 500 : 25); round++)
        {
            await _app.Store.DisposeAsync();
            string[] files = [.. new[] { "raw", "minute", "hour", "wal" }.SelectMany(room => _directory.Files(room))];
            random.Shuffle(files);
            foreach (var file in files.Take(3))
                Hurt(file, random);

            try
            {
                await _app.RestartAsync();
                foreach (var step in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1), Hour })
                {
                    await _app.LevelsAsync(step);
                    await _app.LevelsAsync(step, TickScript.Jobs);
                }

                await _app.LiveAsync(0.3 * Hour);
                Assert.Null(_app.Store.Status.Problem);
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}, round {round}: {failure}");
            }
        }

        Assert.True(_app.Store.Status.Damaged > 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();

        _directory.Dispose();
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "cut in half":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "empty":
                bytes = [];
                break;
            case "without its trailer":
                bytes = bytes[..^60];
                break;
            case "garbage":
                new Random(3).NextBytes(bytes);
                break;
            case "another magic":
                bytes[0] ^= 0xFF;
                break;
            default:
                bytes[^20] ^= 1;
                break;
        }

        File.WriteAllBytes(file, bytes);
    }

    private static void Hurt(string file, Random random)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length == 0)
            return;

        if (random.Next(3) == 0)
            bytes = bytes[..random.Next(bytes.Length)];
        else if (random.Next(2) == 0)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        else
            random.NextBytes(bytes.AsSpan(random.Next(bytes.Length)));

        File.WriteAllBytes(file, bytes);
    }

    private async Task LiveAsync(TimeSpan duration)
    {
        _app = await new StoreStory(new() { Directory = _directory.Root }).OpenAsync();
        await _app.LiveAsync(duration);
        await _app.Store.MaintainAsync();
    }
}
