using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells whether a project lets the compiler take our interceptors.</summary>
internal static class Interception
{
    private const string Feature = "InterceptorsNamespaces";

    /// <summary>Gets whether our namespace, or one around it, is among those that the package's targets name, in a language that has what we write.</summary>
    public static bool IsOn(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } // which has types that are local to a file
        && options.Features.TryGetValue(Feature, out var namespaces)
        && namespaces.Split(';').Any(one => one.Trim() is GeneratedCode.Namespace or "MoniGo");
}
