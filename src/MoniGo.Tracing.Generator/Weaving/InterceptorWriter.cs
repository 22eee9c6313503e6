using System.Collections.Immutable;

namespace MoniGo.Tracing.Generator;

/// <summary>Writes the stand-ins of all woven methods of a program; the same calls give the same text, whatever their order.</summary>
internal static class InterceptorWriter
{
    public static string Write(ImmutableArray<WovenCallSite> calls)
    {
        var methods = calls
            .GroupBy(call => call.Method)
            .OrderBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Places: group.Select(call => call.Location).OrderBy(place => place.Display, StringComparer.Ordinal).ThenBy(place => place.Data, StringComparer.Ordinal)));

        var code = GeneratedCode.File();
        var index = 0;
        foreach (var (method, places) in methods)
        {
            if (index > 0)
                code.Line();
            Write(code, method, places, index++);
        }

        code.Close();
        code.Close();
        return code.ToString();
    }

    private static void Write(GeneratedCode code, WovenMethod method, IEnumerable<CallLocation> places, int index)
    {
        var field = "__F" + index;
        var accessor = "__Private" + index;
        code.Line(TimedBody.Field(field, method.Name));
        code.Line();
        foreach (var place in places)
            code.Line(place.Attribute);
        var modifiers = method.IsUnsafe ? "internal static unsafe" : "internal static";
        code.Line($"{modifiers} {method.Returns} {method.Identifier}_{index}{method.Generics}({method.Parameters}){method.Constraints}");
        code.Open();
        WriteBody(code, method, field, method.Call.Replace(WovenMethod.AccessorName, accessor));
        code.Close();
        WriteAccessor(code, method.Accessor.Replace(WovenMethod.AccessorName, accessor));
    }

    private static void WriteBody(GeneratedCode code, WovenMethod method, string field, string call)
    {
        if (method.MayBeDecorated)
        {
            // A decorator counts the call itself.
            code.Line($"if ({WovenMethod.This} is global::MoniGo.Weaving.IWovenDecorator)");
            code.Open();
            code.Line(method.Result == ResultKind.Void ? call + ";" : $"return {call};");
            if (method.Result == ResultKind.Void)
                code.Line("return;");
            code.Close();
            code.Line();
        }

        TimedBody.Write(code, field, method.Result, method.Returns, call);
    }

    private static void WriteAccessor(GeneratedCode code, string accessor)
    {
        if (accessor.Length == 0)
            return;

        code.Line();
        code.Lines(accessor);
    }
}
