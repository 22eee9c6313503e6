using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class WallClockTests
{
    [Fact]
    public void At_Timestamp_IsExactBothWays()
    {
        var time = new FakeTime(TickScript.Noon);
        var clock = new WallClock(time);
        time.Advance(TimeSpan.FromTicks(123_456_789));

        Assert.Equal(TickScript.Noon.AddTicks(123_456_789), clock.At(time.GetTimestamp()));
        Assert.Equal(time.GetTimestamp(), clock.TimestampAt(TickScript.Noon.AddTicks(123_456_789)));
    }

    [Fact]
    public void Follow_ClockThatWasSet_TellsTheNewTime()
    {
        var time = new FakeTime(TickScript.Noon);
        var clock = new WallClock(time);
        time.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(TickScript.Noon, clock.At(time.GetTimestamp()));
        clock.Follow();
        Assert.Equal(TickScript.Noon.AddHours(-1), clock.At(time.GetTimestamp()));
    }
}
