namespace MoniGo.Tracing.Generator;

/// <summary>Writes the body that times a call, the same in interceptors and decorators.</summary>
internal static class TimedBody
{
    private const string Exception = "global::System.Exception __exception";

    /// <summary>Declares what stands for the function that the calls are counted in.</summary>
    public static string Field(string field, string name) =>
        $"private static readonly global::MoniGo.Weaving.WovenFunction {field} = new({Literal(name)});";

    public static void Write(GeneratedCode code, string field, ResultKind result, string returns, string call)
    {
        code.Line($"var __call = {field}.Begin();");
        if (result == ResultKind.Asynchronous)
            WriteAsynchronous(code, returns, call);
        else
            WriteSynchronous(code, result == ResultKind.Void ? call + ";" : $"return {call};");
    }

    /// <summary>Writes text as a string of C#.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static void WriteSynchronous(GeneratedCode code, string statement)
    {
        code.Block("try", statement);
        code.Block($"catch ({Exception}) when (__call.Fail(__exception))", "throw;");
        code.Block("finally", "__call.End();");
    }

    private static void WriteAsynchronous(GeneratedCode code, string returns, string call)
    {
        code.Line($"{returns} __task;");
        code.Block("try", $"__task = {call};");
        code.Block($"catch ({Exception}) when (__call.FailAtOnce(__exception))", "throw;");
        code.Line("return __call.Follow(__task);");
    }
}
