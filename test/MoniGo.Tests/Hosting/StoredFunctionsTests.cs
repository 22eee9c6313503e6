using MoniGo.Hosting;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class StoredFunctionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, (long Calls, double Seconds)> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HistogramAccumulator> _durations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _grown = new(StringComparer.Ordinal);
    private DateTimeOffset _now = Noon;

    [Fact]
    public void Of_FewFunctions_EachHasItsOwnHistory()
    {
        var stored = new StoredFunctions(2);
        Call("a", 1, 0.1);
        Call("b", 1, 0.1);

        Assert.Equal(["a = 1", "b = 1"], Tick(stored));
    }

    [Fact]
    public void Of_MoreThanThereIsRoomFor_TheRestShareOneHistory()
    {
        var stored = new StoredFunctions(1);
        Call("a", 1, 0.1);
        Tick(stored);
        Call("b", 2, 0.1);
        Call("c", 3, 0.1);

        Assert.Equal(["(other) = 5", "a = 1"], Tick(stored));

        Call("c", 4, 0.1);
        Assert.Equal(["(other) = 9", "a = 1"], Tick(stored));
    }

    [Fact]
    public void Of_WhatOnlyTheLatestTickIsAskedFor_IsNotStored()
    {
        Call("a", 1, 0.1);
        var snapshot = new StoredFunctions(1).Of(Snapshot());

        Assert.Null(snapshot.Find(FunctionInstruments.LastStart.Name));
        Assert.Null(snapshot.Find(FunctionInstruments.LastDuration.Name));
    }

    [Fact]
    public void Of_AHeavierFunction_TakesThePlaceOfALighterOneAtTheNextChoice()
    {
        var stored = new StoredFunctions(1);
        Call("light", 1, 0.001);
        Tick(stored);
        Call("heavy", 1, 100);

        Assert.Equal(["(other) = 1", "light = 1"], Tick(stored));
        Assert.Equal(["(other) = 1", "light = 1"], Tick(stored, FunctionRanking.Period / 2));
        Assert.Equal(["(other) = 1", "heavy = 1", "light = 1"], Tick(stored, FunctionRanking.Period));
        Call("light", 5, 0.001);
        Call("heavy", 1, 1);
        Assert.Equal(["(other) = 6", "heavy = 2"], Tick(stored));
    }

    [Fact]
    public void Of_ALikeFunction_DoesNotTakeTurnsWithIt()
    {
        var stored = new StoredFunctions(1);
        Call("a", 1, 1);
        Tick(stored);
        for (var i = 0; i < 5; i++)
        {
            Call("a", 1, 1);
            Call("b", 1, 1.5);
            Assert.Contains(Tick(stored, FunctionRanking.Period), line => line.StartsWith("a = ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_RunningCalls_AreThoseOfNow()
    {
        var stored = new StoredFunctions(1);
        Call("a", 1, 1);
        Tick(stored);
        Call("b", 1, 1);
        Call("c", 1, 1);

        var active = stored.Of(Snapshot()).Find(FunctionInstruments.Active.Name)!.Samples;
        Assert.Equal(2, active.Single(sample => sample.Series.Tags["function"] == FunctionTable.Other).Value);
        Assert.Equal(2, stored.Of(Snapshot()).Find(FunctionInstruments.Active.Name)!.Samples.Single(sample => sample.Series.Tags["function"] == FunctionTable.Other).Value);
    }

    /// <summary>Whoever takes turns in the history, what it grows by adds up to the calls that were made.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Of_FunctionsThatTakeTurns_GrowByExactlyTheCallsMade(int most)
    {
        var random = new Random(42);
        var stored = new StoredFunctions(most);
        var made = 0L;
        Tick(stored);
        for (var tick = 0; tick < 400; tick++)
        {
            for (var i = 0; i < 3; i++)
            {
                var calls = random.Next(1, 5);
                Call($"f{random.Next(12)}", calls, Math.Pow(10, random.Next(-4, 3)));
                made += calls;
            }

            Tick(stored, tick % 7 == 0 ? FunctionRanking.Period : TimeSpan.FromSeconds(5));
        }

        // The first value of a series is where its growth is counted from; of a function that was never in the rest it is growth as well.
        Assert.Equal(made, _grown.Values.Sum());
    }

    private void Call(string function, long calls, double seconds)
    {
        var (known, total) = _functions.GetValueOrDefault(function);
        _functions[function] = (known + calls, total + (calls * seconds));
        if (!_durations.TryGetValue(function, out var durations))
            _durations[function] = durations = new();

        for (var i = 0; i < calls; i++)
            durations.Record(seconds);
    }

    private Snapshot Snapshot()
    {
        var builder = new SnapshotBuilder();
        builder.Begin(_now);
        foreach (var (name, _) in _functions)
        {
            var tags = TagSet.Of(FunctionInstruments.Function, name);
            builder.Add(new SeriesKey(FunctionInstruments.Active, tags), 1);
            builder.Add(new SeriesKey(FunctionInstruments.Duration, tags), _durations[name].ToHistogram());
            builder.Add(new SeriesKey(FunctionInstruments.LastStart, tags), 7);
            builder.Add(new SeriesKey(FunctionInstruments.LastDuration, tags), 7);
        }

        return builder.Build(new Resource("shop", "1", "host", 1, Noon), 1, 1);
    }

    private IReadOnlyList<string> Tick(StoredFunctions stored, TimeSpan? later = null)
    {
        _now += later ?? TimeSpan.FromSeconds(5);
        var lines = new List<string>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in stored.Of(Snapshot()).Find(FunctionInstruments.Duration.Name)?.Samples ?? [])
        {
            var name = sample.Series.Tags["function"]!;
            present.Add(name);
            lines.Add($"{name} = {sample.Value}");
            Grow(name, sample.Value);
        }

        foreach (var gone in _stored.Keys.Except(present).ToList())
            _stored.Remove(gone);

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    // As a store counts it: from the first tick known of a series on.
    private void Grow(string name, double value)
    {
        var isNew = !_stored.TryGetValue(name, out var before);
        var joined = isNew && _grown.ContainsKey(FunctionTable.Other) && name != FunctionTable.Other;
        _grown[name] = _grown.GetValueOrDefault(name) + (joined ? 0 : value - before);
        _stored[name] = value;
    }
}
