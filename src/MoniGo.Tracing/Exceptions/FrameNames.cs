using System.Text;

namespace MoniGo.Tracing;

/// <summary>Names the frames of a stack as their methods are written: what the compiler made of them is folded back.</summary>
/// <remarks>
/// <c>Shop.Orders+&lt;PlaceAsync&gt;d__5.MoveNext</c> is <c>Shop.Orders.PlaceAsync</c>, a lambda counts as the method it stands in, a local
/// function has its own name. Without parameters and line numbers, which change with every edit nearby. Stateless.
/// </remarks>
internal static class FrameNames
{
    public static string Of(string type, string method)
    {
        var name = new StringBuilder();
        string? written = null;
        foreach (var part in WithoutArguments(type).Split('+'))
        {
            if (part.StartsWith('<'))
                written = Written(part) ?? written;
            else
                name.Append(name.Length > 0 ? "." : "").Append(WithoutArity(part));
        }

        var own = method.StartsWith('<') ? Written(method) : null;
        return name.Append(name.Length > 0 ? "." : "").Append(own ?? written ?? method).ToString();
    }

    // <PlaceAsync>d__5, <Run>b__0_1, <<Run>g__Inner|3_0>d; of closures, which are <>c and <>c__DisplayClass0_0, nothing.
    private static string? Written(string made)
    {
        const string LocalMark = ">g__";
        var local = made.IndexOf(LocalMark, StringComparison.Ordinal);
        if (local >= 0)
        {
            var rest = made.AsSpan(local + LocalMark.Length);
            return rest[..(rest.IndexOf('|') is >= 0 and var bar ? bar : rest.Length)].ToString();
        }

        var inner = made.AsSpan().TrimStart('<');
        var end = inner.IndexOf('>');
        return end > 0 ? inner[..end].ToString() : null;
    }

    private static string WithoutArguments(string type)
    {
        var bracket = type.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? type : type[..bracket];
    }

    private static string WithoutArity(string part)
    {
        var mark = part.IndexOf('`', StringComparison.Ordinal);
        return mark < 0 ? part : part[..mark];
    }
}
