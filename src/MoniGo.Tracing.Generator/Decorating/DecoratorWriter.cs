using System.Collections.Immutable;

namespace MoniGo.Tracing.Generator;

/// <summary>Writes the decorators of a program, and what registers them in the place of each <c>AddMoniGoTraced</c>.</summary>
internal static class DecoratorWriter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Lifetime = "global::Microsoft.Extensions.DependencyInjection.ServiceLifetime";

    public static string Write(ImmutableArray<DecoratedService> calls)
    {
        var decorators = calls
            .GroupBy(call => (call.Service, call.Implementation, call.Members))
            .OrderBy(group => group.Key.Service, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Implementation, StringComparer.Ordinal)
            .ToList();

        var code = GeneratedCode.File();
        for (var i = 0; i < decorators.Count; i++)
            WriteInterceptor(code, decorators[i], i);
        code.Close();
        for (var i = 0; i < decorators.Count; i++)
            WriteDecorator(code, decorators[i].First(), i);
        code.Close();
        return code.ToString();
    }

    private static void WriteInterceptor(GeneratedCode code, IEnumerable<DecoratedService> calls, int index)
    {
        var (service, implementation) = (calls.First().Service, calls.First().Implementation);
        if (index > 0)
            code.Line();
        foreach (var place in calls.Select(call => call.Location).OrderBy(place => place.Display, StringComparer.Ordinal).ThenBy(place => place.Data, StringComparer.Ordinal))
            code.Line(place.Attribute);
        code.Line($"internal static {Services} {DecoratedService.Registration}{index}(this {Services} services, {Lifetime} lifetime) =>");
        code.Line($"    global::MoniGo.Weaving.WovenServices.Add<{service}, {implementation}>(services, lifetime, static inner => new Decorator{index}(inner));");
    }

    private static void WriteDecorator(GeneratedCode code, DecoratedService decorated, int index)
    {
        code.Line();
        code.Line(GeneratedCode.Unseen);
        code.Line($"file sealed class Decorator{index} : {decorated.Service}, global::MoniGo.Weaving.IWovenDecorator");
        code.Open();
        code.Line($"private readonly {decorated.Implementation} __inner;");
        code.Line();
        code.Line($"public Decorator{index}({decorated.Implementation} inner) => __inner = inner;");
        code.Lines(decorated.Members);
        code.Close();
    }
}
