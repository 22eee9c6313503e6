using System.Globalization;
using MoniGo.KillTarget;
using MoniGo.Signals;
using MoniGo.Storage;

// Appends ticks as fast as it can and prints each acknowledged sequence, until it is killed.
// Arguments: directory, "each" or "interval" (when to sync), epoch, time of the first tick in .NET ticks.
var (directory, sync) = (args[0], args[1]);
var epoch = long.Parse(args[2], CultureInfo.InvariantCulture);
var start = new DateTimeOffset(long.Parse(args[3], CultureInfo.InvariantCulture), TimeSpan.Zero);

var clock = new FastClock();
clock.Set(start);
await using var store = new SampleStore(
    new()
    {
        Directory = directory,
        SyncInterval = sync == "each" ? TimeSpan.Zero : TimeSpan.FromSeconds(30),
        RawRetention = TimeSpan.FromDays(3650),
        MinuteRetention = TimeSpan.FromDays(3650),
        HourRetention = TimeSpan.FromDays(3650),
    },
    time: clock);
await store.StartAsync();

var builder = new SnapshotBuilder();
var resource = new Resource("target", "run", "box", Environment.ProcessId, start);
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
for (long sequence = 1; ; sequence++)
{
    var tick = TargetTicks.Make(builder, resource, start, epoch, sequence);
    clock.Set(tick.Time);
    var result = await store.AppendAsync(StreamId.Local, tick);
    if (result.Outcome != (sync == "each" ? AppendOutcome.Durable : AppendOutcome.Written))
    {
        await output.WriteLineAsync($"{result.Outcome} {result.Reason} {store.Status.Problem}");
        return 1;
    }

    await output.WriteLineAsync(sequence.ToString(CultureInfo.InvariantCulture));
}
