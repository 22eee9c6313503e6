using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Writes symbols as generated code has to name them: fully qualified, with nullable annotations.</summary>
internal static class CodeText
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Escaped = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Writes a type; <c>dynamic</c> as <c>object</c>, which it is, so that handing it on binds no call at run time.</summary>
    public static string Of(ITypeSymbol type) =>
        string.Concat(type.ToDisplayParts(Full).Select(part => part is { Kind: SymbolDisplayPartKind.Keyword } && part.ToString() == "dynamic" ? "object" : part.ToString()));

    /// <summary>Writes an identifier, with <c>@</c> where it is a keyword.</summary>
    public static string NameOf(ISymbol symbol) => symbol.ToDisplayString(Escaped);

    // Names that begin with two underscores are those of the code around the call.
    private static string NameOf(IParameterSymbol parameter) =>
        (parameter.Name.StartsWith("__", StringComparison.Ordinal) ? "_" : "") + NameOf((ISymbol)parameter);

    /// <summary>Writes a parameter as it is declared; params and defaults are the business of the call that was written.</summary>
    public static string Declaration(IParameterSymbol parameter) =>
        Reach(parameter) + Scope(parameter) + ByReference(parameter.RefKind) + Of(parameter.Type) + " " + NameOf(parameter);

    /// <summary>Writes a parameter as it is handed on.</summary>
    public static string Argument(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + NameOf(parameter);

    public static string Declarations(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Declaration));

    public static string Arguments(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Argument));

    public static string TypeArguments(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(NameOf));
        return names.Length == 0 ? "" : "<" + names + ">";
    }

    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(parameter => Reach(parameter) + NameOf(parameter)));
        return names.Length == 0 ? "" : "<" + names + ">";
    }

    /// <summary>Writes the <c>where</c> clauses of type parameters, each after a space.</summary>
    public static string Constraints(IEnumerable<ITypeParameterSymbol> parameters) =>
        string.Concat(parameters.Select(parameter => (parameter, list: string.Join(", ", Constraints(parameter))))
            .Where(one => one.list.Length > 0)
            .Select(one => $" where {NameOf(one.parameter)} : {one.list}"));

    // What reflection needs of a type is told to the trimmer at each step, or the members would be gone.
    private static string Reach(ISymbol symbol)
    {
        var told = symbol.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == "DynamicallyAccessedMembersAttribute");
        return told?.ConstructorArguments.FirstOrDefault().Value is int types
            ? $"[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers((global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes)({types}))] "
            : "";
    }

    private static IEnumerable<string> Constraints(ITypeParameterSymbol parameter)
    {
        if (Kind(parameter) is { } kind)
            yield return kind;
        foreach (var type in parameter.ConstraintTypes)
            yield return Of(type);
        if (parameter.HasConstructorConstraint)
            yield return "new()";
        if (parameter.AllowsRefLikeType)
            yield return "allows ref struct";
    }

    private static string? Kind(ITypeParameterSymbol parameter) =>
        parameter.HasUnmanagedTypeConstraint ? "unmanaged"
        : parameter.HasValueTypeConstraint ? "struct"
        : parameter.HasNotNullConstraint ? "notnull"
        : !parameter.HasReferenceTypeConstraint ? null
        : parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";

    // An out parameter is scoped by itself.
    private static string Scope(IParameterSymbol parameter) =>
        parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped " : "";

    private static string ByReference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };
}
