using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MoniGo.Tracing;
using MoniGo.Tracing.Generator;
using MoniGo.Woven;

namespace MoniGo.Tests;

/// <summary>A method has one name, whoever names it: the compiler or the running program.</summary>
public sealed class SymbolNamesTests
{
    public static TheoryData<Type> Assemblies => [typeof(Cases), typeof(FunctionTracer), typeof(object), typeof(Enumerable), typeof(Uri), typeof(System.Text.Json.JsonSerializer), typeof(CSharpCompilation)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Of_EveryMethodOfAnAssembly_AgreesWithTheNameAtRunTime(Type type)
    {
        var atRunTime = Named(type.Assembly);
        var atCompileTime = NamedByCompiler(type.Assembly.Location);
        var both = atRunTime.Keys.Intersect(atCompileTime.Keys).ToList();

        Assert.True(both.Count > atRunTime.Count * 0.95, $"{both.Count} of {atRunTime.Count}");
        Rule.Holds(both.Where(token => atRunTime[token] != atCompileTime[token] && !IsOfLanguage(atRunTime[token])).Select(token => $"{atRunTime[token]} <> {atCompileTime[token]}"));
    }

    // Within these two types alone, C# has a short form for the type itself that reflection does not see. Nobody traces them.
    private static bool IsOfLanguage(string name) => name.StartsWith("Nullable<T>", StringComparison.Ordinal) || name.StartsWith("ValueTuple<", StringComparison.Ordinal);

    private static Dictionary<int, string> Named(Assembly assembly) =>
        assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.Name.Contains('<', StringComparison.Ordinal) && !method.DeclaringType!.FullName!.Contains('<', StringComparison.Ordinal) && !HasFunctionPointer(method))
            .ToDictionary(method => method.MetadataToken, method => MethodNames.Of(method)!);

    private static Dictionary<int, string> NamedByCompiler(string path)
    {
        var reference = MetadataReference.CreateFromFile(path);
        var others = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "*.dll"))
            .Where(other => Path.GetFileName(other) != Path.GetFileName(path))
            .Select(other => MetadataReference.CreateFromFile(other));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All);
        var compilation = CSharpCompilation.Create("names", [], [reference, .. others], options);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        return Methods(assembly.GlobalNamespace).Where(method => method.MetadataToken != 0).ToDictionary(method => method.MetadataToken, SymbolNames.Of);
    }

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().SelectMany(member => member switch
        {
            INamespaceOrTypeSymbol inner => Methods(inner),
            IMethodSymbol method => [method],
            _ => [],
        });

    private static bool HasFunctionPointer(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(Holds);

    private static bool Holds(Type type) =>
        type.IsFunctionPointer || (type.HasElementType && Holds(type.GetElementType()!)) || type.GetGenericArguments().Any(Holds);
}
