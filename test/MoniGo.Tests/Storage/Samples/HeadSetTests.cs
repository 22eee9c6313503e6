using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class HeadSetTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly HeadSet _heads = new();

    [Fact]
    public void For_TickOfTheOpenHour_GivesItsHead()
    {
        var head = _heads.For(Noon.AddMinutes(10), Noon.AddMinutes(10));

        Assert.Equal(Noon + Hour, head.HourEnd);
        Assert.Same(head, _heads.For(Noon + Hour, Noon + Hour)); // the end of an hour belongs to it
    }

    [Fact]
    public void For_TickALittleLate_StillGivesTheHourBefore()
    {
        var before = _heads.For(Noon.AddSeconds(-5), Noon.AddSeconds(-5));
        _heads.For(Noon.AddSeconds(5), Noon.AddSeconds(5));

        Assert.Same(before, _heads.For(Noon.AddSeconds(-3), Noon.AddSeconds(10)));
    }

    [Theory]
    [InlineData(-70)] // its hour is sealed
    [InlineData(-60 * 24)]
    [InlineData(60 * 3)] // a clock that is ahead must not close the hour of everybody else
    public void For_TickOutOfTheOpenHours_GivesTheHeadOfLateTicks(int minutes)
    {
        var now = Noon.AddMinutes(30);

        Assert.Null(_heads.For(now.AddMinutes(minutes), now).HourEnd);
    }

    [Fact]
    public void For_Replay_OpensHoursLongPast() =>
        Assert.Equal(Noon - (9 * Hour), _heads.For(Noon - (9 * Hour) - TimeSpan.FromMinutes(1), Noon, isReplay: true).HourEnd);

    [Fact]
    public void FreezeDue_AfterTheGrace_FreezesTheHour()
    {
        Fill(_heads.For(Noon.AddMinutes(-1), Noon.AddMinutes(-1)));

        _heads.FreezeDue(Noon + HeadSet.Grace - TimeSpan.FromSeconds(1));
        Assert.Empty(_heads.Frozen);

        _heads.FreezeDue(Noon + HeadSet.Grace);
        Assert.Single(_heads.Frozen);
        Assert.Empty(_heads.Open);
    }

    [Fact]
    public void FreezeDue_LateTicks_WaitAnHourForOthers()
    {
        Fill(_heads.For(Noon.AddDays(-1), Noon));

        _heads.FreezeDue(Noon.AddMinutes(59));
        Assert.Empty(_heads.Frozen);

        _heads.FreezeDue(Noon + Hour);
        Assert.Single(_heads.Frozen);
    }

    [Fact]
    public void OldestLog_SeveralHeads_IsTheOldestThatAnyNeeds()
    {
        _heads.For(Noon, Noon).FirstLog = 7;
        _heads.For(Noon.AddSeconds(1), Noon).FirstLog = 9;
        _heads.For(Noon.AddDays(-1), Noon);

        Assert.Equal(7, _heads.OldestLog());
    }

    private static void Fill(OpenHead head) => head.Head.Add(StreamId.Local, new TickScript(Noon).Next((Level, 1)));
}
