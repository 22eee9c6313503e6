using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MoniGo.Tracing.Generator;

namespace MoniGo.Tests;

/// <summary>Source text, compiled in memory with our generators and our analyzer, as a user's project is.</summary>
internal sealed class WovenSource
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.DependencyInjection;
        global using MoniGo;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file && !file.StartsWith("MoniGo.Tests", StringComparison.Ordinal) && !file.Contains("Generator", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpParseOptions _options;

    public WovenSource(string source, bool isOn = true, bool isProgram = false, LanguageVersion version = LanguageVersion.Preview, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        _options = CSharpParseOptions.Default.WithLanguageVersion(version);
        if (isOn)
            _options = _options.WithFeatures([new("InterceptorsNamespaces", "Some.Other;MoniGo.Generated")]);
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        Given = CSharpCompilation.Create(
            "Shop",
            [Parse(Usings, "Usings.cs"), Parse(source, "Shop.cs")],
            References,
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: nullable));
        Driver = CSharpGeneratorDriver
            .Create(
                [new InterceptorGenerator().AsSourceGenerator(), new DecoratorGenerator().AsSourceGenerator()],
                parseOptions: _options,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(Given, out var woven, out _);
        Woven = (CSharpCompilation)woven;
    }

    /// <summary>Gets the program before it was woven.</summary>
    public CSharpCompilation Given { get; }

    /// <summary>Gets the program with what the generators wrote.</summary>
    public CSharpCompilation Woven { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>Gets what the generators wrote, without the compiler's own words for places, which change with any edit.</summary>
    public string Written => string.Join('\n', Woven.SyntaxTrees.Except(Given.SyntaxTrees).Select(tree => tree.ToString()));

    /// <summary>Fails where the woven program does not compile without a warning.</summary>
    public WovenSource Compiles()
    {
        Assert.Empty(Woven.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning));
        return this;
    }

    /// <summary>Gets our messages: id, line of the source and text.</summary>
    public async Task<string[]> Messages()
    {
        Assert.Empty(Woven.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        var found = await Woven.WithAnalyzers([new TracingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal).Select(Text)];
    }

    /// <summary>Loads the program and gives a static method of it.</summary>
    public TDelegate Load<TDelegate>(string type, string method)
        where TDelegate : Delegate
    {
        using var image = new MemoryStream();
        Assert.True(Woven.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext("Shop", isCollectible: true)
            .LoadFromStream(image)
            .GetType(type, throwOnError: true)!
            .GetMethod(method)!
            .CreateDelegate<TDelegate>();
    }

    public SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, _options, path, System.Text.Encoding.UTF8);

    private static string Text(Diagnostic one)
    {
        var line = one.Location == Location.None ? "project" : (one.Location.GetLineSpan().StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"{one.Id} {line}: {one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
