using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Every message of the build: a call that goes uncounted is a warning, one that would fail at run time an error.</summary>
internal static class Rules
{
    private const string Category = "MoniGo.Tracing";

    public static readonly DiagnosticDescriptor Iterator = Warning(
        "MONIGO001", "An iterator cannot be timed", "'{0}' is not timed, because {1}; trace the method that reads the sequence", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AsyncVoid = Warning(
        "MONIGO002", "An async void method cannot be timed", "'{0}' is not timed, because {1}", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor OutOfReach = Warning(
        "MONIGO003", "A traced method cannot be called from generated code", "Calls of '{0}' are not timed, because {1}", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Delegate = Warning(
        "MONIGO004", "Calls through a delegate are not timed", "Calls of '{0}' through this delegate are not timed; write a lambda that calls it");

    public static readonly DiagnosticDescriptor Implementation = Warning(
        "MONIGO005",
        "Calls through an interface or a base are not timed",
        "This call is not timed, because [MoniGoTrace] stands on '{0}' alone; put it on '{1}' too, or register the service with AddMoniGoTraced",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InterceptionOff = Warning(
        "MONIGO006", "Interceptors are off", $"No call is timed, because the property InterceptorsNamespaces of this project does not name {GeneratedCode.Namespace}, as the targets of the MoniGo.Tracing package have it, or its LangVersion is below 11");

    public static readonly DiagnosticDescriptor NotAMethod = Warning(
        "MONIGO007", "[MoniGoTrace] does nothing here", "'{0}' is not timed: only calls of ordinary methods are woven");

    public static readonly DiagnosticDescriptor Call = Warning(
        "MONIGO008", "A call of a traced method is not timed", "This call of '{0}' is not timed, because {1}");

    public static readonly DiagnosticDescriptor Service = new(
        "MONIGO009", "A service cannot be decorated", "AddMoniGoTraced would fail at run time, because {0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NothingTraced = new(
        "MONIGO010",
        "A decorated service has nothing to time",
        "No method of '{0}' or of '{1}' that can be timed carries [MoniGoTrace], so the decorator only hands on",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Foreign = Warning(
        "MONIGO011",
        "A traced method is called by code that is not woven",
        "'{0}' stands in for '{1}', and calls of that from {2} are not timed; trace a method that it calls, or time it with IMoniGoTracer",
        WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Warning(string id, string title, string message, params string[] tags) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: tags);
}
