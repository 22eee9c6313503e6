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
        var (plain, monigo) = (new double[Rounds], new double[Rounds]);
        Start(HostChild.Plain); // pulls the files into the page cache
        for (var round = 0; round < Rounds; round++)
            (plain[round], monigo[round]) = (Start(HostChild.Plain), Start(HostChild.MoniGo));

        var added = plain.Zip(monigo, (without, with) => with - without).Order().ToArray();
        writer.Write("added_ms", added[Rounds / 2], "ms");
        writer.Write("added_min_ms", added[0], "ms");
        writer.Write("anchor_plain_ms", plain.Order().ElementAt(Rounds / 2), "ms");
        return Task.CompletedTask;
    }

    private static double Start(string side)
    {
        using var child = new Child(HostChild.Name, side);
        return double.Parse(child.Read().Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
