using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class TraceTreeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Spans_FollowTheOneThatCalledThemByStart()
    {
        var tree = Tree(Call("d", "b", 30, 10), Call("c", "a", 60, 20), Call("b", "a", 10, 40), Call("a", null, 0, 100), Call("e", "b", 20, 5));

        Assert.Equal([("a", 0), ("b", 1), ("e", 2), ("d", 2), ("c", 1)], tree.Rows.Select(row => (row.Span.SpanId, row.Depth)));
        Assert.Equal(("a", 5, Noon, 100d), (tree.Root.SpanId, tree.Count, tree.Range.Start, tree.Range.Length.TotalMilliseconds));
        Assert.DoesNotContain(tree.Rows, row => row.IsAdopted);
    }

    [Fact]
    public void Of_SpanWhoseParentIsNotKept_HangsUnderTheRootAndSaysSo()
    {
        var tree = Tree(Call("a", "remote", 0, 100), Call("x", "gone", 20, 10), Call("y", "x", 22, 4));

        Assert.Equal([("a", 0, false), ("x", 1, true), ("y", 2, false)], tree.Rows.Select(row => (row.Span.SpanId, row.Depth, row.IsAdopted)));
    }

    [Fact]
    public void Of_SpansThatCallEachOther_AreAllShownOnce()
    {
        var tree = Tree(Call("a", null, 0, 100), Call("x", "y", 10, 20), Call("y", "x", 12, 10), Call("z", "z", 13, 1), Call("a", null, 0, 100));

        Assert.Equal(["a", "x", "y", "z"], tree.Rows.Select(row => row.Span.SpanId).Order());
    }

    [Fact]
    public void Of_CircleWithoutARoot_BeginsWithItsEarliest()
    {
        var tree = Tree(Call("x", "y", 10, 20), Call("y", "x", 12, 10));

        Assert.Equal([("x", 0), ("y", 1)], tree.Rows.Select(row => (row.Span.SpanId, row.Depth)));
    }

    [Fact]
    public void Of_MoreThanFit_KeepsFailedAndLongestWithWhatLeadsToThem()
    {
        var tree = TraceTree.Of(
            [
                Call("a", null, 0, 100), Call("b", "a", 0, 40), Call("c", "a", 50, 1), Call("failed", "c", 50, 0.1, error: true),
                .. Enumerable.Range(0, 50).Select(number => Call($"s{number}", "b", number / 2d, 0.2)),
            ],
            most: 4)!;

        Assert.Equal(["a", "b", "c", "failed"], tree.Rows.Select(row => row.Span.SpanId));
        Assert.Equal([0, 50, 0, 0], tree.Rows.Select(row => row.Hidden));
        Assert.Equal((54, 1), (tree.Count, tree.Failed));
    }

    [Fact]
    public void Of_HiddenChildren_CountTheirOwnToo()
    {
        var tree = TraceTree.Of([Call("a", null, 0, 100), Call("b", "a", 0, 4), Call("c", "b", 0, 3), Call("d", "c", 0, 2)], most: 1)!;

        Assert.Equal(3, Assert.Single(tree.Rows).Hidden);
    }

    [Fact]
    public void Of_DeepestTraceAStoreKeeps_IsWalkedWithoutAStackOverflow()
    {
        var tree = TraceTree.Of([.. Enumerable.Range(0, 1000).Select(number => Call($"{number}", number == 0 ? null : $"{number - 1}", number, 2000 - (2 * number)))], most: 250)!;

        Assert.Equal((250, 750), (tree.Rows.Length, tree.Rows[^1].Hidden));
    }

    [Fact]
    public void Of_OwnTime_IsWhatNoChildCovers()
    {
        var tree = Tree(Call("a", null, 0, 100), Call("b", "a", 10, 20), Call("c", "a", 25, 15), Call("late", "a", 90, 50));

        Assert.Equal([(0, 10), (40, 90)], tree.Rows[0].Own.Select(own => ((int)(own.Start - Noon).TotalMilliseconds, (int)(own.End - Noon).TotalMilliseconds)));
        Assert.Equal(140, tree.Range.Length.TotalMilliseconds);
    }

    [Fact]
    public void Of_ChildThatOutlivesItsParent_LeavesNoOwnTimePastTheEnd()
    {
        var tree = Tree(Call("a", null, 0, 10), Call("b", "a", 20, 5));

        Assert.Equal((Noon, Noon.AddMilliseconds(10)), (Assert.Single(tree.Rows[0].Own).Start, tree.Rows[0].Own[0].End));
    }

    [Theory]
    [InlineData(SpanTags.FunctionKind, "sampled", null, 1)]
    [InlineData(SpanTags.FunctionKind, "child", null, 1)]
    [InlineData(SpanTags.FunctionKind, "slow", null, 0)]
    [InlineData(SpanTags.FunctionKind, "slow", "0.04", 0)]
    [InlineData(SpanTags.FunctionKind, "slow", "0.1", 1)]
    [InlineData(SpanTags.RequestKind, "slow", null, 0)]
    [InlineData(SpanTags.ActivityKind, "slow", null, 1)]
    public void Of_CallsWithinASpanThatMayNotBeKept_OwnTimeIsNotMadeUp(string kind, string kept, string? self, int stretches)
    {
        var tags = TagSet.Of(SpanTags.Kind, kind).With(SpanTags.Kept, kept);
        var tree = Tree(Call("a", null, 0, 100) with { Tags = self is null ? tags : tags.With(SpanTags.Self, self) });

        Assert.Equal(stretches, tree.Rows[0].Own.Length);
    }

    [Fact]
    public void Of_LinesOfAllSpans_AreOneLogInOrderOfTime()
    {
        LogLine Line(int after, string text) => new(Noon.AddMilliseconds(after), "Information", "Shop", text);
        var tree = Tree(
            Call("a", null, 0, 100) with { Lines = [Line(1, "first"), Line(90, "last")] }, Call("b", "a", 10, 20) with { Lines = [Line(12, "middle")] });

        Assert.Equal([("first", "a"), ("middle", "b"), ("last", "a")], tree.Lines.Select(line => (line.Line.Message, line.Span.SpanId)));
    }

    [Fact]
    public void Of_Nothing_IsNoTree() => Assert.Null(TraceTree.Of([], most: 10));

    private static TraceTree Tree(params Span[] spans) => TraceTree.Of(spans, most: 100)!;

    private static Span Call(string id, string? parent, double after, double took, bool error = false) => new(
        "t", id, parent, id, Noon.AddMilliseconds(after), TimeSpan.FromMilliseconds(took), error ? "Oops" : null, TagSet.Empty);
}
