using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells from its name alone that a call is of no traced method, which spares binding nearly every call of a program.</summary>
/// <remarks>Thread-safe; what it knows of an assembly goes with it, and a referenced assembly outlives many edits.</remarks>
internal static class TracedNames
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> Known = new();

    /// <summary>Gets whether a traced method of that name is declared in the program or in what it references.</summary>
    public static bool Hold(string name, Compilation compilation)
    {
        if (In(compilation.Assembly).Contains(name))
            return true;

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (TraceMark.MayHold(assembly) && In(assembly).Contains(name))
                return true;
        }

        return false;
    }

    private static HashSet<string> In(IAssemblySymbol assembly) => Known.GetValue(assembly, static one =>
        [.. Methods(one.GlobalNamespace).Where(method => TraceMark.Of(method) is not null).Select(method => method.Name)]);

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().SelectMany(member => member switch
        {
            INamespaceOrTypeSymbol inner => Methods(inner),
            IMethodSymbol method => [method],
            _ => [],
        });
}
