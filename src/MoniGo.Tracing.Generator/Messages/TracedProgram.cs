using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>What is known of a program while it is analyzed, for messages that need all of it.</summary>
internal sealed class TracedProgram
{
    private int _saidThatInterceptionIsOff;

    /// <summary>Gets the traced methods that cannot be woven.</summary>
    public ConcurrentQueue<(IMethodSymbol Method, Obstacle Obstacle)> Unweavable { get; } = new();

    /// <summary>Gets the traced methods of classes and structs.</summary>
    public ConcurrentQueue<IMethodSymbol> Traced { get; } = new();

    /// <summary>Gets the calls that another type may answer than the one they name.</summary>
    public ConcurrentQueue<(IMethodSymbol Method, Location Place)> PolymorphicCalls { get; } = new();

    /// <summary>Gets the methods that are handlers of endpoints.</summary>
    public ConcurrentDictionary<IMethodSymbol, bool> Handlers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets the interfaces that have decorators.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, bool> Decorated { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets whether it is the first to ask, so that one message serves for a project.</summary>
    public bool MaySayThatInterceptionIsOff => Interlocked.Exchange(ref _saidThatInterceptionIsOff, 1) == 0;
}
