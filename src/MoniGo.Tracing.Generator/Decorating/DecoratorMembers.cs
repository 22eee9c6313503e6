using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Writes the members of a decorator: each explicit, so that no two of them clash, and each handed on to the implementation.</summary>
internal sealed class DecoratorMembers(INamedTypeSymbol implementation)
{
    private readonly GeneratedCode _code = new();
    private int _timed;

    /// <summary>Writes all members of a service.</summary>
    public string Write(INamedTypeSymbol service)
    {
        foreach (var member in InterfaceMembers.Of(service))
        {
            _code.Line();
            Write(member);
        }

        return _code.ToString();
    }

    private void Write(ISymbol member)
    {
        switch (member)
        {
            case IMethodSymbol method when IsDisposal(method):
                _code.Line("// The container made the implementation, and disposes it.");
                _code.Line($"{Head(method)} {(method.ReturnsVoid ? "{ }" : "=> default;")}");
                break;
            case IMethodSymbol method when DecoratedMethod.FunctionOf(method, implementation) is { } function:
                WriteTimed(method, function);
                break;
            case IMethodSymbol method:
                _code.Line($"{Head(method)} => {(IsByReference(method) ? "ref " : "")}{Call(method)};");
                break;
            case IPropertySymbol property:
                Write(property);
                break;
            case IEventSymbol happening:
                Write(happening);
                break;
        }
    }

    private void WriteTimed(IMethodSymbol method, string function)
    {
        var field = "__F" + _timed++;
        _code.Line(TimedBody.Field(field, function));
        _code.Line();
        _code.Line(Head(method));
        _code.Open();
        TimedBody.Write(_code, field, Results.KindOf(method), CodeText.Of(method.ReturnType), Call(method));
        _code.Close();
    }

    private void Write(IPropertySymbol property)
    {
        var target = property.IsIndexer
            ? $"{Inner(property)}[{string.Join(", ", property.Parameters.Select(CodeText.Argument))}]"
            : $"{Inner(property)}.{CodeText.NameOf(property)}";
        var name = property.IsIndexer ? $"this[{string.Join(", ", property.Parameters.Select(CodeText.Declaration))}]" : CodeText.NameOf(property);
        var isByReference = property.ReturnsByRef || property.ReturnsByRefReadonly;
        _code.Line($"{(WovenMethod.HoldsPointers(property) ? "unsafe " : "")}{ByReference(property.RefKind)}{CodeText.Of(property.Type)} {CodeText.Of(property.ContainingType)}.{name}");
        _code.Open();
        if (property.GetMethod is not null)
            _code.Line($"get => {(isByReference ? "ref " : "")}{target};");
        if (property.SetMethod is not null)
            _code.Line($"set => {target} = value;");
        _code.Close();
    }

    private void Write(IEventSymbol happening)
    {
        var name = CodeText.NameOf(happening);
        _code.Line($"event {CodeText.Of(happening.Type)} {CodeText.Of(happening.ContainingType)}.{name}");
        _code.Open();
        _code.Line($"add => {Inner(happening)}.{name} += value;");
        _code.Line($"remove => {Inner(happening)}.{name} -= value;");
        _code.Close();
    }

    private static string Head(IMethodSymbol method) =>
        $"{(WovenMethod.HoldsPointers(method) ? "unsafe " : "")}{ByReference(method.RefKind)}{CodeText.Of(method.ReturnType)} {CodeText.Of(method.ContainingType)}."
        + $"{CodeText.NameOf(method)}{CodeText.TypeParameters(method.TypeParameters)}({CodeText.Declarations(method)})"
        + string.Concat(method.TypeParameters.Select(Kind));

    private static string Call(IMethodSymbol method) =>
        $"{Inner(method)}.{CodeText.NameOf(method)}{CodeText.TypeArguments(method.TypeParameters)}({CodeText.Arguments(method)})";

    private static string Inner(ISymbol member) => $"(({CodeText.Of(member.ContainingType)})__inner)";

    // An explicit implementation inherits the constraints, but has to say again what T? means.
    private static string Kind(ITypeParameterSymbol parameter) =>
        $" where {CodeText.NameOf(parameter)} : {(parameter.IsValueType ? "struct" : parameter.IsReferenceType ? "class" : "default")}";

    private static bool IsDisposal(IMethodSymbol method) =>
        method.ContainingType is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsByReference(IMethodSymbol method) => method.ReturnsByRef || method.ReturnsByRefReadonly;

    private static string ByReference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };
}
