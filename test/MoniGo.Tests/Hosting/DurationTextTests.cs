using System.Globalization;
using MoniGo.Hosting;

namespace MoniGo.Tests;

/// <summary>Lengths of time as MoniGo's users write them.</summary>
public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("30s", "00:00:30")]
    [InlineData("5m", "00:05:00")]
    [InlineData("12h", "12:00:00")]
    [InlineData("7d", "7.00:00:00")]
    [InlineData("2w", "14.00:00:00")]
    [InlineData("1month", "30.00:00:00")]
    [InlineData("1y", "365.00:00:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData(" 30s ", "00:00:30")]
    [InlineData("00:00:30", "00:00:30")]
    [InlineData("7.00:00:00", "7.00:00:00")]
    [InlineData("7", "7.00:00:00")]
    public void TryRead_LegalForm_GivesTheLength(string text, string expected)
    {
        Assert.True(DurationText.TryRead(text, out var length));
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30 s")]
    [InlineData("-5m")]
    [InlineData("5M")]
    [InlineData("5min")]
    [InlineData("m")]
    [InlineData("1,5h")]
    [InlineData("999999999999y")]
    [InlineData("9999999999999s")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.False(DurationText.TryRead(text, out _));

    [Theory]
    [InlineData("7.00:00:00", "7d")]
    [InlineData("12:00:00", "12h")]
    [InlineData("00:05:00", "5m")]
    [InlineData("00:00:30", "30s")]
    [InlineData("00:00:01.5", "1500ms")]
    [InlineData("00:00:00", "0s")]
    public void Write_Length_GivesTheLargestWholeUnitAndIsReadBack(string length, string expected)
    {
        var given = TimeSpan.Parse(length, CultureInfo.InvariantCulture);

        var text = DurationText.Write(given);

        Assert.Equal(expected, text);
        Assert.True(DurationText.TryRead(text, out var again));
        Assert.Equal(given, again);
    }
}
