using System.Globalization;

namespace MoniGo.Benchmarks;

/// <summary>What MoniGo adds to the time from the start of the process to a listening server.</summary>
internal sealed class StartupFigure : IFigure
{
    private const int Rounds = 11;

    public string Name => "startup";

    public string About => "what MoniGo adds to the start of a host";

    public Task RunAsync(FigureWriter writer)
    {
        string[] sides = [HostChild.Plain, HostChild.Headless, HostChild.MoniGo];
        var times = sides.ToDictionary(side => side, _ => new double[Rounds]);
        Array.ForEach(sides, side => Start(side)); // pulls the files into the page cache
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var side in sides)
                times[side][round] = Start(side);
        }

        var measured = times.ToDictionary(side => side.Key, side => new Measured(side.Key, side.Value));
        var plain = measured[HostChild.Plain];
        writer.Write("added_ms", measured[HostChild.MoniGo].Beyond(plain), "ms");
        writer.Write("headless_added_ms", measured[HostChild.Headless].Beyond(plain), "ms");
        writer.Write("anchor_plain_ms", plain.Median, "ms");
        return Task.CompletedTask;
    }

    private static double Start(string side)
    {
        using var child = new Child(HostChild.Name, side);
        return double.Parse(child.Read().Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
