using Microsoft.CodeAnalysis;
using MoniGo.Tracing.Generator;

namespace MoniGo.Tests;

/// <summary>An edit costs what it changes: the generators are asked at every keystroke.</summary>
public sealed class IncrementalTests
{
    private const string Source = """
        public interface IOrders { int Price(int count); }
        public class Orders : IOrders
        {
            [MoniGoTrace] public int Price(int count) => count;
            public int Use() => Price(1);
            public static void Add(IServiceCollection services) => services.AddMoniGoTraced<IOrders, Orders>();
        }
        """;

    [Fact]
    public void An_edit_elsewhere_writes_nothing_again()
    {
        var source = new WovenSource(Source).Compiles();

        var steps = After(source, source.Given.AddSyntaxTrees(source.Parse("public class Elsewhere { public int Count() => 1; }", "Elsewhere.cs")));

        Assert.All(steps.Reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(steps.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_a_traced_signature_writes_again()
    {
        var source = new WovenSource(Source).Compiles();
        var edited = Source.Replace("int Price(int count)", "long Price(int count)", StringComparison.Ordinal).Replace("int Use", "long Use", StringComparison.Ordinal);

        var steps = After(source, source.Given.ReplaceSyntaxTree(source.Given.SyntaxTrees[1], source.Parse(edited, "Shop.cs")));

        Assert.All(steps.Reasons, reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.All(steps.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
    }

    private static (IncrementalStepRunReason[] Reasons, IncrementalStepRunReason[] Outputs) After(WovenSource source, Compilation edited)
    {
        var results = source.Driver.RunGenerators(edited).GetRunResult().Results;
        var steps = results.SelectMany(result => result.TrackedSteps).Where(step => step.Key is InterceptorGenerator.CallsStep or DecoratorGenerator.ServicesStep);
        var reasons = steps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray();
        var outputs = results.SelectMany(result => result.TrackedOutputSteps).SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray();
        Assert.Equal(2, reasons.Length);
        Assert.Equal(2, outputs.Length);
        return (reasons, outputs);
    }
}
