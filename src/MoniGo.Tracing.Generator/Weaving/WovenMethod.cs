using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>A method whose calls are woven, in the words of the code that stands in for it; holds no symbol, so that it can be cached.</summary>
/// <param name="Key">Tells it from every other method; the order of the output.</param>
/// <param name="Name">The name of the function that its calls are counted in.</param>
/// <param name="Identifier">Its own name.</param>
/// <param name="Result">How its calls end.</param>
/// <param name="Returns">The type it returns.</param>
/// <param name="Generics">Type parameters of its type and its own, as in <c>&lt;T, U&gt;</c>.</param>
/// <param name="Constraints">Their constraints.</param>
/// <param name="Parameters">Receiver and parameters, as declared.</param>
/// <param name="Call">The call itself.</param>
/// <param name="Accessor">Declares the way to a private method; empty for others.</param>
/// <param name="MayBeDecorated">Whether the receiver may time itself: it is an interface.</param>
/// <param name="IsUnsafe">Whether pointers are among its types.</param>
internal sealed record WovenMethod(
    string Key,
    string Name,
    string Identifier,
    ResultKind Result,
    string Returns,
    string Generics,
    string Constraints,
    string Parameters,
    string Call,
    string Accessor,
    bool MayBeDecorated,
    bool IsUnsafe)
{
    /// <summary>The receiver, in generated code.</summary>
    public const string This = "__this";

    /// <summary>Stands in <see cref="Call"/> and <see cref="Accessor"/> for the accessor's name, which its place in the output decides.</summary>
    public const string AccessorName = "__Accessor";

    /// <summary>Describes a method that has no <see cref="Obstacle"/>.</summary>
    public static WovenMethod Of(IMethodSymbol method, TraceMark mark, Compilation compilation)
    {
        var isAccessible = compilation.IsSymbolAccessibleWithin(method, compilation.Assembly);
        var typeParameters = TypeReach.TypeParametersOf(method.ContainingType).Concat(method.TypeParameters).ToList();
        var declarations = CodeText.Declarations(method);
        return new(
            Key: method.ContainingAssembly.Name + " " + method.GetDocumentationCommentId(),
            Name: mark.Name ?? SymbolNames.Of(method),
            Identifier: method.Name,
            Result: Results.KindOf(method),
            Returns: CodeText.Of(method.ReturnType),
            Generics: CodeText.TypeParameters(typeParameters),
            Constraints: CodeText.Constraints(typeParameters),
            Parameters: method.IsStatic ? (method.IsExtensionMethod ? "this " : "") + declarations : Join("this " + Receiver(method), declarations),
            Call: isAccessible ? DirectCall(method) : AccessorCall(method),
            Accessor: isAccessible ? "" : AccessorDeclaration(method),
            MayBeDecorated: method.ContainingType.TypeKind == TypeKind.Interface,
            IsUnsafe: HoldsPointers(method));
    }

    /// <summary>Gets whether only unsafe code can name all types of a signature.</summary>
    public static bool HoldsPointers(IMethodSymbol method) => HoldsPointers(method.ReturnType, method.Parameters);

    /// <summary>Gets whether only unsafe code can name a property.</summary>
    public static bool HoldsPointers(IPropertySymbol property) => HoldsPointers(property.Type, property.Parameters);

    private static string DirectCall(IMethodSymbol method)
    {
        var target = method.IsStatic ? CodeText.Of(method.ContainingType) : This;
        return $"{target}.{CodeText.NameOf(method)}{CodeText.TypeArguments(method.TypeParameters)}({CodeText.Arguments(method)})";
    }

    private static string AccessorCall(IMethodSymbol method)
    {
        var target = method.IsStatic ? "null" : This;
        return $"{AccessorName}{CodeText.TypeArguments(method.TypeParameters)}({Join(target, CodeText.Arguments(method))})";
    }

    private static string AccessorDeclaration(IMethodSymbol method)
    {
        var kind = method.IsStatic ? "StaticMethod" : "Method";
        var receiver = CodeText.Of(method.ContainingType) + (method.IsStatic ? "? " : " ") + This;
        return $"""
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = "{method.Name}")]
            private static {(HoldsPointers(method) ? "unsafe " : "")}extern {CodeText.Of(method.ReturnType)} {AccessorName}{CodeText.TypeParameters(method.TypeParameters)}({Join(receiver, CodeText.Declarations(method))}){CodeText.Constraints(method.TypeParameters)};
            """;
    }

    private static string Receiver(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var byReference = type.TypeKind != TypeKind.Struct ? "" : type.IsReadOnly || method.IsReadOnly ? "in " : "ref ";
        return byReference + CodeText.Of(type) + " " + This;
    }

    private static string Join(string first, string rest) => rest.Length == 0 ? first : first + ", " + rest;

    private static bool HoldsPointers(ITypeSymbol result, IEnumerable<IParameterSymbol> parameters) =>
        parameters.Select(one => one.Type).Append(result).Any(HoldsPointer);

    private static bool HoldsPointer(ITypeSymbol type) =>
        type is IPointerTypeSymbol || (type is IArrayTypeSymbol array && HoldsPointer(array.ElementType));
}
