namespace MoniGo.Benchmarks;

/// <summary>What the default set-up adds to a request, beside the OpenTelemetry SDK's metrics, each beyond a listener that does nothing.</summary>
internal sealed class RequestOverheadFigure : IFigure
{
    private const int Rounds = 100;
    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(300);
    private const string Requests = "4000";

    public string Name => "request-overhead";

    public string About => "what MoniGo adds to a request, beside OpenTelemetry's metrics";

    public async Task RunAsync(FigureWriter writer)
    {
        string[] sides = [RequestChild.Bare, RequestChild.Empty, RequestChild.MoniGo, RequestChild.MoniGoTraced, RequestChild.OpenTelemetry];
        var children = sides.Select(side => new Child(RequestChild.Name, side)).ToArray();
        try
        {
            foreach (var child in children)
                child.Read();

            await WarmUpAsync(children);
            Write(writer, Measure(sides, children));
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
    private static Dictionary<string, (Measured Cpu, Measured Bytes)> Measure(string[] sides, Child[] children)
    {
        var cpu = sides.ToDictionary(side => side, _ => new double[Rounds]);
        var bytes = sides.ToDictionary(side => side, _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < sides.Length; i++)
            {
                var numbers = children[i].AskNumbers(Requests);
                (cpu[sides[i]][round], bytes[sides[i]][round]) = (numbers[0], numbers[1]);
            }
        }

        return sides.ToDictionary(side => side, side => (new Measured(side, cpu[side]), new Measured(side, bytes[side])));
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
        writer.Write("request_added_ns", ours, "ns");
        writer.Write("anchor_otel_metrics_added_ns", otel, "ns");
        writer.Write("anchor_otel_metrics_added_bytes", AddedBytes(RequestChild.OpenTelemetry, RequestChild.Empty), "B");
        writer.Write("anchor_empty_listener_added_ns", Added(RequestChild.Empty, RequestChild.Bare), "ns");
        writer.Write("anchor_empty_listener_added_bytes", AddedBytes(RequestChild.Empty, RequestChild.Bare), "B");
        writer.Write("anchor_bare_request_ns", measured[RequestChild.Bare].Cpu.Median, "ns");
    }
}
