using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class TagMatcherTests
{
    private static readonly TagSet Orders = TagSet.Of("route", "/orders/{id}/items");

    public static TheoryData<TagMatcher, bool> Conditions => new()
    {
        { new("route", "/orders/{id}/items"), true },
        { new("route", "/orders"), false },
        { new("route", "/orders", Negate: true), true },
        { TagMatcher.Present("route"), true },
        { TagMatcher.Present("method"), false },
        { TagMatcher.Absent("route"), false },
        { TagMatcher.Absent("method"), true },
        { TagMatcher.AnyOf("route", "/cart", "/orders/{id}/items"), true },
        { TagMatcher.AnyOf("route", "/cart", "/checkout"), false },
        { TagMatcher.AnyOf("route", "/cart", "/orders/{id}/items") with { Negate = true }, false },
        { TagMatcher.Like("route", "/orders/*"), true },
        { TagMatcher.Like("route", "/Orders/*"), false },
        { TagMatcher.Like("route", "/orders/*") with { Negate = true }, false },
        { TagMatcher.Like("route", "/cart/*") with { Alternatives = ["*items"] }, true },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Matches_Condition_HoldsAsWritten(TagMatcher condition, bool expected) => Assert.Equal(expected, condition.Matches(Orders));

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("**", "anything", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("a*", "bac", false)]
    [InlineData("*c", "abc", true)]
    [InlineData("*c", "abcd", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("*ab*ab*", "abxab", true)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("*ab*ab*", "aab", false)]
    [InlineData("a.c", "abc", false)] // no other character means anything but itself
    [InlineData("abc", "abc", true)]
    [InlineData("", "abc", false)]
    public void Like_Star_StandsForAnyCharacters(string pattern, string value, bool expected) =>
        Assert.Equal(expected, TagMatcher.Like("k", pattern).Matches(TagSet.Of("k", value)));

    [Fact]
    public void Constructor_NoKeyOrNoValue_NamesTheParameter()
    {
        Assert.Equal("Key", Assert.Throws<ArgumentException>(() => new TagMatcher("", "a")).ParamName);
        Assert.Equal("Value", Assert.Throws<ArgumentNullException>(() => new TagMatcher("a", null!)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => TagMatcher.AnyOf("a")).ParamName);
        Assert.Equal("Instrument", Assert.Throws<ArgumentException>(() => new SeriesSelector("")).ParamName);
    }

    [Fact]
    public void Selector_DefaultConditions_SelectsEverySeries() => Assert.True(new SeriesSelector("x", default).Matches(Orders));
}
