using System.Collections.Immutable;
using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

/// <summary>Whatever a source of somebody else makes up is refused or kept; the log and the next tick do not suffer.</summary>
public sealed class OddTickTests : IAsyncDisposable
{
    private static readonly Resource Process = new("shop", "run-1", "box", 42, Noon);

    private readonly StoreStory _app = new(new() { Directory = "/data/monigo" }, new CrashFiles(1));

    public static TheoryData<string> Refused =>
    [
        "no resource", "no families", "no family", "no instrument", "no name", "no samples", "no series", "no name of a series", "no kind", "no value of a tag", "too long",
    ];

    public static TheoryData<string> Kept => ["half a character", "no unit", "unsorted", "a histogram among numbers", "one series twice", "nothing at all"];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Append_OddTick_IsRefusedAndTheLogGoesOn(string what)
    {
        await _app.OpenAsync();
        await _app.TickAsync();

        var result = await _app.Store.AppendAsync(StreamId.Local, Odd(what));

        Assert.Equal(AppendOutcome.Refused, result.Outcome);
        Assert.NotEmpty(result.Reason!);
        await GoesOnAsync();
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Append_StrangeTick_HurtsNoOther(string what)
    {
        await _app.OpenAsync();
        await _app.TickAsync();

        var result = await _app.Store.AppendAsync(new("other"), Odd(what));

        Assert.Equal(AppendOutcome.Written, result.Outcome);
        await GoesOnAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task GoesOnAsync()
    {
        Assert.Equal(AppendOutcome.Written, (await _app.TickAsync()).Outcome);
        await _app.RestartAsync();
        await _app.AllIsThereAsync();
        await _app.LiveAsync(TimeSpan.FromHours(1.2));
        await _app.Store.MaintainAsync();
        await _app.RestartAsync();
        await _app.AllIsThereAsync();
        Assert.Equal((null, 0L, 0L), (_app.Store.Status.Problem, _app.Store.Status.Damaged, _app.Store.Status.WriteFailures));
        Assert.True(_app.Store.Status.Tiers[0].Segments > 0);
    }

    private static Snapshot Odd(string what) => what switch
    {
        "no resource" => new(null!, 7, 1, Noon, []),
        "no families" => new(Process, 7, 1, Noon, default),
        "no family" => Of([null!]),
        "no instrument" => Of([new(null!, [])]),
        "no name" => Of([new(Level with { Name = null! }, [])]),
        "no samples" => Of([new(Level, default)]),
        "no series" => Of([new(Level, [default])]),
        "no name of a series" => With(new(Level with { Name = null! })),
        "no kind" => With(new(Level with { Kind = (InstrumentKind)77 })),
        "no value of a tag" => With(new(Level, TagSet.Of("id", null!))),
        "too long" => With(new(Level, TagSet.Of("id", new('x', 20_000_000)))),
        "half a character" => Of([new(Level, [new(new(Level, TagSet.Of("id", "\uD800")), 1), new(new(Level, TagSet.Of("id", "\uD801")), 2)])]),
        "no unit" => With(new(new InstrumentInfo("odd", InstrumentKind.Gauge, null!, null!, null!))),
        "unsorted" => Of([new(Open, [new(new(Open), 1)]), new(Jobs, [new(new(Jobs), 1)]), new(Open, [new(new(Open), 2)])]),
        "a histogram among numbers" => Of([new(Latency, [new(new(Latency), 1, Recorded(1, 2)), new(new(Latency), 1), new(new(Level), 1, Recorded(3))])]),
        "one series twice" => Of([new(Level, [new(new(Level), 1), new(new(Level), 2)])]),
        _ => Of([]),
    };

    private static Snapshot With(SeriesKey series) => Of([new(Level, [new(series, 1)])]);

    private static Snapshot Of(ImmutableArray<SampleFamily> families) => new(Process, 7, 1, Noon, families);
}
