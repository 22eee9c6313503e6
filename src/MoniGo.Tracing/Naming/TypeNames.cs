using System.Text;

namespace MoniGo.Tracing;

/// <summary>Writes types as C# does: <c>string</c>, <c>int?</c>, <c>Task&lt;decimal&gt;</c>, <c>(int,string)[]</c>.</summary>
/// <remarks>Without namespaces, for people. Stateless; allocates, so for names that are made once.</remarks>
internal static class TypeNames
{
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
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;

        if (type.IsArray)
            return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";

        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!);

        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";

        return IsTuple(type) ? "(" + List(type.GetGenericArguments()) + ")" : Named(type);
    }

    /// <summary>Writes types in a row, with commas and no spaces.</summary>
    public static string List(IEnumerable<Type> types) => string.Join(',', types.Select(Of));

    // A tuple of eight or more nests; it is written as the generic type it is.
    private static bool IsTuple(Type type) =>
        type is { IsConstructedGenericType: true, Namespace: "System" }
        && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
        && type.GetGenericArguments().Length is > 1 and < 8;

    // A nested type repeats the arguments of the types around it, so they are dealt out from the left.
    private static string Named(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;

        var text = new StringBuilder();
        var arguments = type.GetGenericArguments().AsSpan();
        foreach (var level in Levels(type))
        {
            var mark = level.Name.IndexOf('`', StringComparison.Ordinal);
            text.Append(text.Length > 0 ? "." : "").Append(mark < 0 ? level.Name : level.Name[..mark]);
            if (mark < 0)
                continue;

            var own = level.GetGenericArguments().Length - (level.DeclaringType?.GetGenericArguments().Length ?? 0);
            text.Append('<').Append(List(arguments[..own].ToArray())).Append('>');
            arguments = arguments[own..];
        }

        return text.ToString();
    }

    private static Stack<Type> Levels(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null; level = level.DeclaringType)
            levels.Push(level);

        return levels;
    }
}
