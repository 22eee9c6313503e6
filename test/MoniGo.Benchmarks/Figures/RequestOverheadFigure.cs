namespace MoniGo.Benchmarks;

/// <summary>What the default set-up adds to a request, beside the OpenTelemetry SDK's metrics, each beyond a listener that does nothing.</summary>
internal sealed class RequestOverheadFigure : IFigure
{
    // Two processes of one program differ by their memory layout and by what the profile-guided compiler saw, more than
    // two rounds of one process do.
    private const int Generations = 7;
    private const int Rounds = 20;
    private const string Requests = "4000";

    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Sides =
    [
        RequestChild.Bare, RequestChild.Empty, RequestChild.MoniGo, RequestChild.MoniGoTraced, RequestChild.OpenTelemetry,
        RequestChild.Mvc, RequestChild.AllAdapters,
    ];

    public string Name => "request-overhead";

    public string About => "what MoniGo adds to a request, beside OpenTelemetry's metrics";

    public async Task RunAsync(FigureWriter writer)
    {
        var cpu = Sides.ToDictionary(side => side, _ => new double[Generations]);
        var bytes = Sides.ToDictionary(side => side, _ => new double[Generations]);
        for (var generation = 0; generation < Generations; generation++)
        {
            foreach (var (side, (nanoseconds, allocated)) in await MeasureAsync())
                (cpu[side][generation], bytes[side][generation]) = (nanoseconds.Median, allocated.Median);
        }

        Write(writer, Sides.ToDictionary(side => side, side => (new Measured(side, cpu[side]), new Measured(side, bytes[side]))));
    }

    private static async Task<Dictionary<string, (Measured Cpu, Measured Bytes)>> MeasureAsync()
    {
        var children = Array.ConvertAll(Sides, side => new Child(RequestChild.Name, side));
        try
        {
            foreach (var child in children)
                child.Read();

            await WarmUpAsync(children);
            return Measure(children);
        }
        finally
        {
            Array.ForEach(children, child => child.Dispose());
        }
    }

    /// <summary>Tiered compilation needs some tens of thousands of calls, and quiet in between, before the numbers stand still.</summary>
    private static async Task WarmUpAsync(Child[] children)
    {
        for (var pass = 0; pass < 4; pass++)
        {
            foreach (var child in children)
                child.Ask("20000");

            await Task.Delay(CompilerPause);
        }
    }

    /// <summary>Asks the sides in turn, so that drift of the machine hits all of them alike.</summary>
    private static Dictionary<string, (Measured Cpu, Measured Bytes)> Measure(Child[] children)
    {
        var cpu = Sides.ToDictionary(side => side, _ => new double[Rounds]);
        var bytes = Sides.ToDictionary(side => side, _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Sides.Length; i++)
            {
                var numbers = children[i].AskNumbers(Requests);
                (cpu[Sides[i]][round], bytes[Sides[i]][round]) = (numbers[0], numbers[1]);
            }
        }

        return Sides.ToDictionary(side => side, side => (new Measured(side, cpu[side]), new Measured(side, bytes[side])));
    }

    private static void Write(FigureWriter writer, Dictionary<string, (Measured Cpu, Measured Bytes)> measured)
    {
        double Added(string side, string beyond) => measured[side].Cpu.Beyond(measured[beyond].Cpu);
        double AddedBytes(string side, string beyond) => measured[side].Bytes.Beyond(measured[beyond].Bytes);

        var ours = Added(RequestChild.MoniGo, RequestChild.Empty);
        var otel = Added(RequestChild.OpenTelemetry, RequestChild.Empty);
        writer.Write("request_cpu_ratio_to_otel_metrics", ours / otel, "");
        writer.Write("request_added_bytes", AddedBytes(RequestChild.MoniGo, RequestChild.Empty), "B");
        writer.Write("request_traced_added_ns", Added(RequestChild.MoniGoTraced, RequestChild.MoniGo), "ns");
        writer.Write("request_traced_added_bytes", AddedBytes(RequestChild.MoniGoTraced, RequestChild.MoniGo), "B");
        writer.Write("request_all_adapters_added_ns", Added(RequestChild.AllAdapters, RequestChild.Mvc), "ns");
        writer.Write("request_all_adapters_added_bytes", AddedBytes(RequestChild.AllAdapters, RequestChild.Mvc), "B");
        writer.Write("request_added_ns", ours, "ns");
        writer.Write("anchor_otel_metrics_added_ns", otel, "ns");
        writer.Write("anchor_otel_metrics_added_bytes", AddedBytes(RequestChild.OpenTelemetry, RequestChild.Empty), "B");
        writer.Write("anchor_empty_listener_added_ns", Added(RequestChild.Empty, RequestChild.Bare), "ns");
        writer.Write("anchor_empty_listener_added_bytes", AddedBytes(RequestChild.Empty, RequestChild.Bare), "B");
        writer.Write("anchor_mvc_request_ns", measured[RequestChild.Mvc].Cpu.Median, "ns");
        writer.Write("anchor_bare_request_ns", measured[RequestChild.Bare].Cpu.Median, "ns");
    }
}
