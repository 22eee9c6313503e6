using System.Globalization;
using System.Reflection;

namespace MoniGo.Tests;

/// <summary>Types, parameters and constants spelt as C# spells them.</summary>
internal static class CSharpNames
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock Turn = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, About(() => Nullability.Create(parameter)));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, About(() => Nullability.Create(property)));

    public static string Of(FieldInfo field) => Of(field.FieldType, About(() => Nullability.Create(field)));

    /// <summary>The name with type arguments and the types around it; without namespace, so that the lines stay readable.</summary>
    public static string Of(Type type, NullabilityInfo? about = null)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, about);
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value, about?.GenericTypeArguments.FirstOrDefault()) + "?";
        var name = type.IsArray
            ? $"{Of(type.GetElementType()!, about?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]"
            : Keywords.GetValueOrDefault(type) ?? Named(type, about);
        // An unconstrained T reads the same with and without its question mark.
        var nullable = about is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable };
        return nullable && !type.IsValueType && !type.IsGenericParameter ? name + "?" : name;
    }

    public static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    public static string Constant(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool yes => yes ? "true" : "false",
        Enum choice => $"{Of(choice.GetType())}.{choice}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Named(Type type, NullabilityInfo? about)
    {
        if (type.IsGenericParameter)
            return type.Name;
        var name = type.Name.Split('`')[0] + Arguments(type, about);
        return type.IsNested ? $"{Named(type.DeclaringType!, about: null)}.{name}" : name;
    }

    private static string Arguments(Type type, NullabilityInfo? about)
    {
        var arguments = type.GetGenericArguments();
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        if (arguments.Length <= inherited)
            return "";
        return $"<{string.Join(", ", arguments.Skip(inherited).Select((argument, i) => Of(argument, about?.GenericTypeArguments.ElementAtOrDefault(inherited + i))))}>";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        var fallback = parameter.HasDefaultValue ? $" = {Constant(parameter.DefaultValue)}" : "";
        return $"{passing}{Of(parameter)} {parameter.Name}{fallback}";
    }

    /// <summary>The context keeps a cache that two threads may not fill at once.</summary>
    private static NullabilityInfo About(Func<NullabilityInfo> ask)
    {
        lock (Turn)
            return ask();
    }
}
