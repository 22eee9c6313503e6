using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>Puts a timed stand-in in the place of each call to a method that carries <c>[MoniGoTrace]</c>.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class InterceptorGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads calls; tests ask whether it was cached.</summary>
    public const string CallsStep = "Calls";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax,
                static (found, cancel) => WovenCallSite.Read((InvocationExpressionSyntax)found.Node, found.SemanticModel, cancel))
            .Where(static call => call is not null)
            .Select(static (call, _) => call!)
            .WithTrackingName(CallsStep);

        var isOn = context.ParseOptionsProvider.Select(static (options, _) => Interception.IsOn(options));
        context.RegisterSourceOutput(calls.Collect().Combine(isOn), static (output, found) =>
        {
            if (found.Right && found.Left.Length > 0)
                output.AddSource("MoniGo.Interceptors.g.cs", InterceptorWriter.Write(found.Left));
        });
    }
}
