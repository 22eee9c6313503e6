using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class ActivityTracesTests : IDisposable
{
    private readonly KeptSpans _kept = new();

    // Of its own for each test: sources belong to the process.
    private readonly ActivitySource _source = new($"Shop.{Guid.NewGuid():N}");
    private ActivityTraces? _traces;

    public void Dispose()
    {
        _traces?.Dispose();
        _source.Dispose();
        _kept.Dispose();
    }

    [Fact]
    public async Task Stopped_SampledRoot_KeepsItsTree()
    {
        Listen();
        string trace;
        using (var root = Start("request"))
        {
            trace = root.TraceId.ToHexString();
            using (var query = Start("query"))
                query.SetTag("db.system", "postgresql").DisplayName = "SELECT orders";
        }

        var spans = await _kept.TraceAsync(trace);

        Assert.Equal(["query", "request"], spans.Select(span => span.Name).Order(StringComparer.Ordinal));
        var (first, second) = (spans.Single(span => span.Name == "request"), spans.Single(span => span.Name == "query"));
        Assert.Equal((first.SpanId, null), (second.ParentId, first.ParentId));
        Assert.Equal(("activity", "sampled", "child"), (first.Tags[SpanTags.Kind], first.Tags[SpanTags.Kept], second.Tags[SpanTags.Kept]));
        Assert.Equal(("postgresql", "SELECT orders"), (second.Tags["db.system"], second.Tags["display_name"]));
        Assert.Equal(1, TracerReading.Of(_kept.Tracer).Calls("request"));
        Assert.Equal(1, TracerReading.Of(_kept.Tracer).Calls("query"));
    }

    [Fact]
    public async Task Stopped_OrdinaryRoot_IsCountedAndItsTreeDropped()
    {
        _kept.Tracer.SetSamplingRate(0);
        Listen();
        var traces = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var root = Start("request");
            using var inner = Start("query");
            traces.Add(root.TraceId.ToHexString());
        }

        foreach (var trace in traces)
            Assert.Empty(await _kept.TraceAsync(trace));

        Assert.Equal(3, TracerReading.Of(_kept.Tracer).Calls("request"));
    }

    [Fact]
    public async Task Stopped_FailedRoot_IsKeptWithItsExceptionAndCountedAsError()
    {
        _kept.Tracer.SetSamplingRate(0);
        Listen();
        string trace;
        using (var root = Start("request"))
        {
            trace = root.TraceId.ToHexString();
            root.AddException(new IOException("disk"));
            root.SetStatus(ActivityStatusCode.Error);
        }

        var span = Assert.Single(await _kept.TraceAsync(trace));

        Assert.Equal(("System.IO.IOException", "failed"), (span.Error, span.Tags[SpanTags.Kept]));
        Assert.Equal("disk", span.Tags["exception.message"]);
    }

    [Fact]
    public async Task Stopped_RemoteParent_IsARootOfThisProcess()
    {
        Listen();
        var remote = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);
        _source.StartActivity("request", ActivityKind.Server, remote)!.Dispose();

        Assert.Equal(remote.SpanId.ToHexString(), Assert.Single(await _kept.TraceAsync(remote.TraceId.ToHexString())).ParentId);
    }

    [Fact]
    public async Task Stopped_AfterItsRoot_StandsForItself()
    {
        Listen();
        var root = Start("request");
        var late = Start("late");
        root.Dispose();
        late.Dispose();

        Assert.Equal(2, (await _kept.TraceAsync(root.TraceId.ToHexString())).Count);
    }

    [Fact]
    public async Task Stopped_BelowAnActivityOfAnotherSource_BelongsToTheHeardOneAboveThat()
    {
        Listen();
        string trace;
        using (var root = Start("request"))
        {
            trace = root.TraceId.ToHexString();
            using var unheard = new Activity("unheard").Start();
            Start("query").Dispose();
            Assert.Empty(await _kept.TraceAsync(trace));
        }

        Assert.Equal(["query", "request"], (await _kept.TraceAsync(trace)).Select(span => span.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stopped_MoreThanATreeMayHave_AreDroppedAndCounted()
    {
        Listen();
        string trace;
        using (var root = Start("request"))
        {
            trace = root.TraceId.ToHexString();
            for (var i = 0; i < ActivityTrees.MostOfOne + 30; i++)
                Start("query").Dispose();
        }

        Assert.Equal(ActivityTrees.MostOfOne + 1, (await _kept.TraceAsync(trace)).Count);
        Assert.Equal(30, Dropped());
    }

    [Fact]
    public void Stopped_RootsThatNeverEnd_AreForgotten()
    {
        Listen();
        for (var i = 0; i < ActivityTrees.MostTraces + 5; i++)
        {
            Activity.Current = null;
            Start("never ends");
            Start("query").Dispose();
        }

        Assert.Equal(5, Dropped());
        _kept.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(ActivityTrees.MostTraces + 5, Dropped());
        Activity.Current = null;
    }

    [Fact]
    public void Start_HeardSource_IsNotRecordedForOthers()
    {
        Listen();
        using var activity = Start("request");

        Assert.True(activity.IsAllDataRequested);
        Assert.False(activity.Recorded);
    }

    [Fact]
    public void Start_SourceThatIsNotNamedOrOurOwn_IsNotHeard()
    {
        _traces = new(_kept.Tracer, _kept.Keeper, ["Nobody.*", "MoniGo"], _kept.Time);
        using var own = new ActivitySource(InstrumentInfo.OwnMeter);

        Assert.Null(_source.StartActivity("request"));
        own.StartActivity("own")?.Dispose(); // heard by other tests, perhaps
        Assert.Empty(TracerReading.Of(_kept.Tracer).Functions);
    }

    [Fact]
    public void Start_TracingOff_CostsNoActivity()
    {
        Listen();
        _kept.Tracer.IsEnabled = false;

        Assert.Null(_source.StartActivity("request"));
    }

    [Fact]
    public async Task Stopped_HugeAndManyTags_AreBounded()
    {
        Listen();
        var root = Start("request");
        root.SetTag("long", new string('x', 100_000)).SetTag(new string('k', 1000), "v");
        for (var i = 0; i < 100; i++)
            root.SetTag($"tag{i}", i);

        root.Dispose();

        var span = Assert.Single(await _kept.TraceAsync(root.TraceId.ToHexString()));
        Assert.Equal(34, span.Tags.Count);
        Assert.Equal(1000, span.Tags["long"]!.Length);
    }

    private void Listen()
    {
        if (_kept.Tracer.Settings.SamplingRate != 0)
            _kept.Tracer.SetSamplingRate(1);

        _traces = new(_kept.Tracer, _kept.Keeper, [_source.Name[..8] + "*" + _source.Name[^8..]], _kept.Time);
    }

    private Activity Start(string name) => _source.StartActivity(name)!;

    private double Dropped()
    {
        var builder = new SnapshotBuilder();
        builder.Begin(_kept.Time.GetUtcNow());
        _traces!.Collect(builder);
        return builder.Build(new Resource("s", "i", "h", 1, _kept.Time.GetUtcNow(), "1", "test"), 1, 1)
            .Find(OwnInstruments.Dropped.Name, TagSet.Of("reason", "activities"))!.Value.Value;
    }
}
