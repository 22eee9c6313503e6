using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoniGo.Tracing.Generator;

/// <summary>Says at compile time which calls of <c>[MoniGoTrace]</c> methods go uncounted, and why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TracingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.Iterator, Rules.AsyncVoid, Rules.OutOfReach, Rules.Delegate, Rules.Implementation,
        Rules.InterceptionOff, Rules.NotAMethod, Rules.Call, Rules.Service, Rules.NothingTraced,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // What another generator wrote, such as a Razor page, holds calls too, and ours does not reach them.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var program = new TracedProgram();
            start.RegisterSymbolAction(context => DeclarationMessages.Look(context, program), SymbolKind.Method);
            start.RegisterOperationAction(context => CallMessages.Look(context, program), OperationKind.Invocation);
            start.RegisterOperationAction(CallMessages.LookAtDynamic, OperationKind.DynamicInvocation);
            start.RegisterOperationAction(context => DelegateMessages.Look(context, program), OperationKind.MethodReference);
            start.RegisterCompilationEndAction(context =>
            {
                DeclarationMessages.End(context, program);
                ImplementationMessages.End(context, program);
            });
        });
    }
}
