using MoniGo.Query;

namespace MoniGo.Tests;

public sealed class ReadableTextTests
{
    [Theory]
    [InlineData(0, "0.00 B")]
    [InlineData(1023, "1023.00 B")]
    [InlineData(886112, "865.34 KB")]
    [InlineData(17179869184, "16.00 GB")]
    [InlineData(1.5 * (1L << 40), "1.50 TB")]
    [InlineData(-2048, "-2.00 KB")]
    public void Bytes_Value_HasTwoDecimalsAndAUnit(double bytes, string text) => Assert.Equal(text, ReadableText.Bytes(bytes));

    [Theory]
    [InlineData(12.344, "12.34%")]
    [InlineData(0, "0.00%")]
    public void Percent_Value_HasTwoDecimals(double percent, string text) => Assert.Equal(text, ReadableText.Percent(percent));

    [Theory]
    [InlineData(5, "5.00 s")]
    [InlineData(2581.8, "43.03 m")]
    [InlineData(3600, "1.00 h")]
    [InlineData(86400, "1.00 d")]
    [InlineData(29.5 * 86400, "29.50 d")]
    [InlineData(30 * 86400, "1.00 mo")]
    [InlineData(359 * 86400, "11.97 mo")]
    [InlineData(360 * 86400, "1.00 y")]
    public void Duration_Seconds_AreWrittenInTheLargestUnit(double seconds, string text) => Assert.Equal(text, ReadableText.Duration(seconds));

    [Fact]
    public void Milliseconds_Seconds_AreThousands() => Assert.Equal("11.28 ms", ReadableText.Milliseconds(0.01128));
}
