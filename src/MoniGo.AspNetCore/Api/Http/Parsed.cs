using System.Diagnostics.CodeAnalysis;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>What became of a part of a request: a value, or the answer that says what is wrong with it.</summary>
internal readonly struct Parsed<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Reply? _problem;

    private Parsed(T? value, Reply? problem) => (_value, _problem) = (value, problem);

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Reply problem) => new(default, problem);

    /// <summary>Gives the value, or else the answer to send.</summary>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Reply? problem)
    {
        (value, problem) = (_value, _problem);
        return problem is null;
    }
}
