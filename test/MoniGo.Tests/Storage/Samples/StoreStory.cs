using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Lives the life of an app with a store: ticks while time passes, restarts, and questions.</summary>
internal sealed class StoreStory(StoreSettings settings, IFileLayer? files = null, TimeSpan? interval = null) : IAsyncDisposable
{
    private readonly TimeSpan _interval = interval ?? TimeSpan.FromSeconds(15);

    public FakeTime Time { get; } = new(TickScript.Noon);

    public TickScript Ticks { get; } = new(TickScript.Noon, interval ?? TimeSpan.FromSeconds(15));

    public ListLoggerProvider Logs { get; } = new();

    public SampleStore Store { get; private set; } = null!;

    /// <summary>Gets every tick that the store said it keeps, with its value of the level.</summary>
    public List<(DateTimeOffset Time, double Value, AppendOutcome Outcome)> Kept { get; } = [];

    /// <summary>Opens the store; its upkeep runs when it is asked to.</summary>
    public async Task<StoreStory> OpenAsync(int ticksBefore = 0)
    {
        Store = new(settings, files ?? new UnsyncedFiles(), Time, Logs.CreateLogger("store"));
        for (var i = 0; i < ticksBefore; i++)
            await TickAsync();

        await Store.MaintainAsync();
        return this;
    }

    /// <summary>Ends the process well and starts it anew.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        Ticks.Restart();
        await OpenAsync();
    }

    /// <summary>Lets time pass with a tick at every interval.</summary>
    public async Task LiveAsync(TimeSpan duration)
    {
        for (var until = Ticks.Now + duration; Ticks.Now < until;)
            await TickAsync();
    }

    public async Task<AppendResult> TickAsync()
    {
        var value = Math.Sin(Kept.Count) * 100;
        var tick = Ticks.Next((TickScript.Level, value), (TickScript.Jobs, Ticks.Sequence * 3));
        Time.Advance(_interval);
        var result = await Store.AppendAsync(StreamId.Local, tick);
        if (result.Outcome is not (AppendOutcome.Refused or AppendOutcome.Duplicate))
            Kept.Add((tick.Time, value, result.Outcome));

        return result;
    }

    /// <summary>Reads windows of the level since the beginning.</summary>
    public async Task<SampleWindow[]> LevelsAsync(TimeSpan step = default, InstrumentInfo? instrument = null)
    {
        var range = new TimeRange(TickScript.Noon - TimeSpan.FromDays(1000), RowWindows.End(Time.GetUtcNow(), TimeSpan.FromHours(1)));
        var selector = new SeriesSelector((instrument ?? TickScript.Level).Name);
        var series = await Store.ReadAsync(new(StreamId.Local, selector, range, step)).ToListAsync();
        return [.. series.SingleOrDefault()?.Windows ?? []];
    }

    /// <summary>Checks that what was kept is there, bit for bit, and nothing else.</summary>
    public async Task AllIsThereAsync()
    {
        var levels = await LevelsAsync();
        Assert.Equal(Kept.Select(kept => (kept.Time, kept.Value)), levels.Select(window => (window.End, window.Last)));
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();
}
