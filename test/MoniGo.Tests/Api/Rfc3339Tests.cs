using MoniGo.AspNetCore;

namespace MoniGo.Tests;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T10:00:00.0000000+00:00")]
    [InlineData("2026-11-20t10:00:00z", "2026-11-20T10:00:00.0000000+00:00")]
    [InlineData("2026-11-20T10:00:00.5Z", "2026-11-20T10:00:00.5000000+00:00")]
    [InlineData("2026-11-20T10:00:00.123456789+02:30", "2026-11-20T10:00:00.1234567+02:30")]
    [InlineData("2026-11-20T10:00:00-08:00", "2026-11-20T10:00:00.0000000-08:00")]
    public void TryParse_RightText_GivesTheTime(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out var time));
        Assert.Equal(expected, time.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T10:00:00")]
    [InlineData("2026-11-20 10:00:00Z")]
    [InlineData("2026-13-20T10:00:00Z")]
    [InlineData("2026-11-20T25:00:00Z")]
    [InlineData("2026-11-20T10:00:00.Z")]
    [InlineData("20/11/2026 10:00:00 Z")]
    [InlineData("2026-11-20T10:00:00.1234567")]
    public void TryParse_WrongText_IsRefused(string? text) => Assert.False(Rfc3339.TryParse(text, out _));
}
