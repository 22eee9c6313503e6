using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class StepsTests
{
    private static readonly DateTimeOffset Noon = TickScript.Noon;

    [Theory]
    [InlineData("00:05:00", "00:00:05", "00:00:05")]
    [InlineData("00:15:00", "00:00:05", "00:00:05")]
    [InlineData("01:00:00", "00:00:05", "00:00:10")]
    [InlineData("06:00:00", "00:00:05", "00:01:00")]
    [InlineData("1.00:00:00", "00:00:05", "00:05:00")]
    [InlineData("7.00:00:00", "00:00:05", "00:30:00")]
    [InlineData("30.00:00:00", "00:00:05", "02:00:00")]
    [InlineData("365.00:00:00", "00:00:05", "1.00:00:00")]
    [InlineData("1000.00:00:00", "00:00:05", "2.00:00:00")]
    [InlineData("00:05:00", "00:00:00.5", "00:00:00.5")]
    [InlineData("00:10:00", "00:00:00.25", "00:00:01")]
    [InlineData("02:00:00", "00:00:07", "00:00:14")] // no width that people count in is a multiple of 7 s there
    [InlineData("10:00:00", "00:00:07", "00:01:03")]
    [InlineData("1.00:00:00", "00:00:07", "00:05:00")] // from here on a roll-up must be able to serve it
    [InlineData("30.00:00:00", "00:00:07", "02:00:00")]
    [InlineData("1.00:00:00", "00:00:48", "00:05:00")] // the first nice multiple of 48 s is an hour: 24 points would say little
    [InlineData("30.00:00:00", "00:00:00.1", "02:00:00")]
    public void For_RangeAndTick_IsTheFinestNiceStepThatFits(string length, string tick, string expected)
    {
        var range = new TimeRange(Noon - TimeSpan.Parse(length, null), Noon);

        var step = Steps.For(range, TimeSpan.Parse(tick, null));

        Assert.Equal(TimeSpan.Parse(expected, null), step);
        Assert.True(range.Length / step <= SeriesEngine.MaxPoints);
    }

    [Fact]
    public void For_LongRange_IsAMultipleOfARollUpWhateverTheTick()
    {
        foreach (var seconds in new[] { 0.1, 0.7, 1, 3, 5, 7, 11, 13, 29, 45, 59, 60 })
        {
            foreach (var hours in new[] { 12, 24, 3 * 24, 7 * 24, 30 * 24, 90 * 24, 600 * 24, 800 * 24 })
            {
                var range = new TimeRange(Noon - TimeSpan.FromHours(hours), Noon);
                var step = Steps.For(range, TimeSpan.FromSeconds(seconds));
                var rollUp = hours < 30 * 24 ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);

                Assert.Equal(0, step.Ticks % rollUp.Ticks);
                Assert.InRange(range.Length / step, 140, SeriesEngine.MaxPoints);
            }
        }
    }

    [Fact]
    public void Align_UnalignedRange_MovesBackToWholeWindows()
    {
        var minute = TimeSpan.FromMinutes(1);
        var range = new TimeRange(Noon + TimeSpan.FromSeconds(50), Noon + TimeSpan.FromSeconds(250));

        Assert.Equal(new TimeRange(Noon, Noon + (4 * minute)), Steps.Align(range, minute));
    }

    [Fact]
    public void Align_RangeBefore1970_MovesBackToo()
    {
        var moment = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(10);

        Assert.Equal(DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(1), Steps.Align(new(moment, moment), TimeSpan.FromMinutes(1)).End);
    }
}
