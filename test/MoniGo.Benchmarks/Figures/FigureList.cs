namespace MoniGo.Benchmarks;

/// <summary>All figures, and the command that runs them: <c>figures</c>, <c>figures NAME</c>, <c>figures all</c>.</summary>
internal static class FigureList
{
    private static readonly IFigure[] All =
    [
        new TraceCallFigure(),
        new SampledCallFigure(),
        new RequestOverheadFigure(),
        new SnapshotFigure(),
        new IdleFigure(),
        new StartupFigure(),
        new PageWeightFigure(),
        new StorageFigure(),
        new QueryFigure(),
    ];

    // Run only when named, as in "figures storage --compare": they need what not every machine has.
    private static readonly IFigure[] OnRequest = [new CompareFigure()];

    /// <summary>Lists or runs figures; gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] names, TextWriter output)
    {
        if (names.Length == 0)
        {
            foreach (var figure in All.Concat(OnRequest))
                await output.WriteLineAsync($"{figure.Name,-18} {figure.About}");

            return 0;
        }

        var wanted = names is ["all"] ? All : Array.FindAll([.. All, .. OnRequest], figure => names.Contains(figure.Name, StringComparer.Ordinal));
        if (wanted.Length == 0)
        {
            await Console.Error.WriteLineAsync($"No figure is named {string.Join(' ', names)}; 'figures' lists them.");
            return 1;
        }

        foreach (var figure in wanted)
            await figure.RunAsync(new FigureWriter(output));

        return 0;
    }
}
