using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class TagSetTests
{
    [Fact]
    public void Create_SortsByKeyAndKeepsTheLastOfARepeatedKey()
    {
        var tags = TagSet.Create(new("b", "1"), new("a", "2"), new("b", "3"));

        Assert.Equal("{a=\"2\",b=\"3\"}", tags.ToString());
        Assert.Equal(("2", "3", null), (tags["a"], tags["b"], tags["c"]));
    }

    [Fact]
    public void Equals_SameTagsInAnotherOrder_AreEqual()
    {
        TagSet one = TagSet.Create(new("a", "1"), new("b", "2")), other = TagSet.Create(new("b", "2"), new("a", "1"));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, TagSet.Create(new("a", "2"), new("b", "1")));
        Assert.Equal(TagSet.Empty, TagSet.Create());
        Assert.Equal(TagSet.Of("a", "1").With("b", "2"), one);
        Assert.Equal("9", one.With("a", "9")["a"]);
    }

    [Fact]
    public void SeriesKey_SameNameAndTags_AreEqual()
    {
        SeriesKey one = new(new("n", InstrumentKind.Counter, "s"), TagSet.Of("a", "1")), other = new(new("n", InstrumentKind.Counter), TagSet.Of("a", "1"));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, new SeriesKey(one.Instrument));
        Assert.Equal("n{a=\"1\"}", one.ToString());
    }
}
