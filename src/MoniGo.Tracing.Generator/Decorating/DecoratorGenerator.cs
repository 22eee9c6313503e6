using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>Writes the decorator for each <c>AddMoniGoTraced&lt;TService, TImplementation&gt;()</c> and puts its registration in the place of the call.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class DecoratorGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads calls; tests ask whether it was cached.</summary>
    public const string ServicesStep = "Services";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var services = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => DecoratedService.MayBe(node),
                static (found, cancel) => DecoratedService.Read((InvocationExpressionSyntax)found.Node, found.SemanticModel, cancel))
            .Where(static service => service is not null)
            .Select(static (service, _) => service!)
            .WithTrackingName(ServicesStep);

        var isOn = context.ParseOptionsProvider.Select(static (options, _) => Interception.IsOn(options));
        context.RegisterSourceOutput(services.Collect().Combine(isOn), static (output, found) =>
        {
            if (found.Right && found.Left.Length > 0)
                output.AddSource("MoniGo.Decorators.g.cs", DecoratorWriter.Write(found.Left));
        });
    }
}
