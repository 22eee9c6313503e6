using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoniGo.Tests;

/// <summary>What is written for unusual methods compiles without a warning, where the user's own code does.</summary>
public sealed class WovenShapesTests
{
    [Theory]
    [InlineData("", "[Obsolete(\"gone\", true)] public int Old() => 1;", "[Obsolete] public int Call() => Old();")]
    [InlineData("[Obsolete(\"gone\", true)] public class Gone;", "[Obsolete] public int Old(Gone gone) => 1;", "[Obsolete] public int Call() => Old(null!);")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public int New() => 1;", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public int Call() => New();")]
    [InlineData("", "private unsafe int Pointed(int* at) => *at;", "public unsafe int Call() { var one = 1; return Pointed(&one); }")]
    [InlineData("", "private static unsafe int Pointed(int* at) => *at;", "public unsafe int Call() { var one = 1; return Pointed(&one); }")]
    [InlineData("", "public int Add(int F0, int Private0) => F0;", "public int Call() => Add(1, 2);")]
    [InlineData("", "private int Add(int F0, int Private0) => F0;", "public int Call() => Add(1, 2);")]
    [InlineData("", "public async Task Add(int F0, Task __task, int __call) => await __task;", "public Task Call() => Add(1, Task.CompletedTask, 2);")]
    [InlineData("", "public int @event(int @class) => @class;", "public int Call() => @event(1);")]
    [InlineData("public struct S { [MoniGoTrace] public int M() => 1; }", "public int X() => 1;", "private readonly S _s; public int Call() => _s.M();")]
    [InlineData("public struct S { [MoniGoTrace] public int M() => 1; }", "public int X() => 1;", "public int Call(S? s) => s?.M() ?? 0;")]
    [InlineData("public struct S { [MoniGoTrace] public int M() => 1; public readonly int N() => 2; public int O() => M(); }", "public int X() => 1;", "public int Call(in S s) => s.M();")]
    [InlineData("public struct S { [MoniGoTrace] public int M() => 1; }", "public int X() => 1;", "public S P => new(); public int Call() => P.M() + new S().M() + (new S[1])[0].M();")]
    [InlineData("public struct S { [MoniGoTrace] public int M() => 1; public readonly int N() => X(this); public static int X(S s) => s.M(); }", "public int X() => 1;", "public int Call() => 1;")]
    [InlineData("public readonly ref struct R { [MoniGoTrace] public ReadOnlySpan<int> M() => default; }", "public int X() => 1;", "public int Call() => new R().M().Length;")]
    [InlineData("public ref struct R { private int _one; [MoniGoTrace, System.Diagnostics.CodeAnalysis.UnscopedRef] public Span<int> M() => new(ref _one); }", "public int X() => 1;", "public int Call() { var r = new R(); return r.M().Length; }")]
    [InlineData("", "public void Where<T>(T value) where T : notnull, IComparable<T> { }", "public void Call() => Where(1);")]
    [InlineData("", "public void Where<T>(scoped T value) where T : allows ref struct { }", "public void Call() => Where<Span<int>>(default);")]
    [InlineData("", "public T? Where<T>(T? value) where T : class? => value;", "public string? Call() => Where<string?>(null);")]
    [InlineData("", "public T? Where<T>(T? value) => value;", "public int? Call() => Where<int?>(null);")]
    [InlineData("", "public T Where<T>() where T : unmanaged, Enum => default;", "public DayOfWeek Call() => Where<DayOfWeek>();")]
    [InlineData("", "public T Where<T, U>(U u) where T : U, new() => new();", "public Shop Call() => Where<Shop, object>(1);")]
    [InlineData("", "private T Where<T>(T t) where T : class, IDisposable? => t;", "public System.IO.Stream Call() => Where(System.IO.Stream.Null);")]
    [InlineData("", "public int Who([System.Runtime.CompilerServices.CallerMemberName] string? who = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0, decimal d = 1.5m, DayOfWeek w = DayOfWeek.Friday, params int[] rest) => line;", "public int Call() => Who() + Who(\"a\", 1, 2m, DayOfWeek.Monday, 1, 2);")]
    [InlineData("", "public int In(in int a, ref readonly int b, ref int c, out int d) { d = 1; return a + b + c; }", "public int Call() { int a = 1; return In(1, in a, ref a, out _); }")]
    [InlineData("public static class E { [MoniGoTrace] public static int In(this in Guid a) => 1; [MoniGoTrace] public static int Rr(this ref readonly Guid a) => 1; }", "public int X() => 1;", "public int Call() { var g = Guid.Empty; return g.In() + Guid.Empty.In() + g.Rr(); }")]
    [InlineData("", "public (int a, string? b) Pair((int c, (int d, int e) f) pair) => (1, null);", "public int Call() => Pair((1, (2, 3))).a;")]
    [InlineData("", "public dynamic Dyn(List<dynamic> list) => list;", "public object Call() => Dyn([]);")]
    [InlineData("public partial class P { [MoniGoTrace] partial void M(); public void N() => M(); }", "public int X() => 1;", "public int Call() => 1;")]
    [InlineData("public partial class P { [MoniGoTrace] public partial int M(); public partial int M() => 1; }", "public int X() => 1;", "public int Call() => new P().M();")]
    [InlineData("", "public bool Is(int i) => i > 0;", "public int Call() => (from i in new[] { 1 }.AsQueryable() where 1 > 0 select i).Count();")]
    [InlineData("", "public string? Maybe(string? text, string?[]? texts, List<string?>? list) => text;", "public string? Call() => Maybe(null, null, null);")]
    [InlineData("", "protected virtual int Virt(in int a) => 1;", "public int Call() => Virt(1);")]
    [InlineData("", "[System.Runtime.CompilerServices.OverloadResolutionPriority(1)] public int Over(object a) => 1; [MoniGoTrace] public int Over(string a) => 2;", "public int Call() => Over(\"a\");")]
    [InlineData("", "public int Over(int a, params int[] rest) => 1; [MoniGoTrace] public int Over(int a, int[] rest, int c = 0) => 2; [MoniGoTrace] public int Over(long a) => 3;", "public int Call() => Over(1) + Over(1, 2) + Over(1, [2], 3) + Over(1L);")]
    [InlineData("", "public Task<T?> Find<T>(T? t) where T : struct => Task.FromResult(t);", "public Task<int?> Call() => Find<int>(1);")]
    [InlineData("public class Outer<T> where T : class { public class Inner<U> where U : T { [MoniGoTrace] public U Get<V>(U u, V v) where V : U => u; } }", "public int X() => 1;", "public string Call() => new Outer<object>.Inner<string>().Get(\"a\", \"b\");")]
    [InlineData("public interface IA { [MoniGoTrace] int M(); } public struct SA : IA { public int M() => 1; }", "public int X() => 1;", "public int Call() => ((IA)new SA()).M();")]
    [InlineData("public record Rec(int A) { [MoniGoTrace] public int M() => A; }", "public int X() => 1;", "public int Call() => (new Rec(1) with { A = 2 }).M();")]
    [InlineData("", "public Action? Get() => null;", "public void Call() => Get()?.Invoke();")]
    [InlineData("", "public int Sum(params ReadOnlySpan<int> all) => 1; [MoniGoTrace] public int Sum2(params IEnumerable<int> all) => 1;", "public int Call() => Sum(1, 2) + Sum2(1, 2) + Sum();")]
    [InlineData("", "public int Nest(int a) => a;", "public int Call() => Nest(Nest(Nest(1))); public Shop() => Nest(1); public int Field = new Shop().Nest(2);")]
    public void An_unusual_method_compiles(string types, string method, string caller)
    {
        var source = $"{types}\npublic partial class Shop {{ [MoniGoTrace] {method} {caller} }}";

        Assert.Empty(new WovenSource(source.Replace("[MoniGoTrace]", "", StringComparison.Ordinal).Replace("MoniGoTrace, ", "", StringComparison.Ordinal)).Given.GetDiagnostics()
            .Where(one => one.Severity >= DiagnosticSeverity.Warning));
        new WovenSource(source).Compiles();
    }

    [Fact]
    public void A_query_that_is_an_expression_tree_compiles() =>
        new WovenSource("public partial class Shop { [MoniGoTrace] public bool Is(int i) => i > 0; public int Call() => (from i in new[] { 1 }.AsQueryable() where Is(i) orderby Is(i + 1) select Is(i)).Count(); }").Compiles();

    [Theory]
    [InlineData("public interface I { [MoniGoTrace] T? M<T>(T? t); [MoniGoTrace] T? N<T>(T? t) where T : class?; [MoniGoTrace] void O<T>(T t) where T : allows ref struct; [MoniGoTrace] T P<T>() where T : notnull, IDisposable, new(); [MoniGoTrace] T Q<T>(T t) where T : System.IO.Stream; U R<T, U>(T t) where U : class, T; } public class A : I { public T? M<T>(T? t) => t; public T? N<T>(T? t) where T : class? => t; public void O<T>(T t) where T : allows ref struct { } public T P<T>() where T : notnull, IDisposable, new() => new(); public T Q<T>(T t) where T : System.IO.Stream => t; public U R<T, U>(T t) where U : class, T => null!; }")]
    [InlineData("public interface I { [Obsolete(\"x\", true), MoniGoTrace] int M(); } [Obsolete(\"x\", true)] public class B; public class A : I { [Obsolete] public int M() => 1; }")]
    [InlineData("public interface I { int this[int i] { get; set; } ref int R { get; } ref readonly int S(); event Action? E; int P { set; } [MoniGoTrace] unsafe int* Q(int* p); unsafe int* T { get; } } public class A : I { private int _r; public int this[int i] { get => 1; set { } } public ref int R => ref _r; public ref readonly int S() => ref _r; public event Action? E { add { } remove { } } public int P { set { } } public unsafe int* Q(int* p) => p; public unsafe int* T => null; }")]
    [InlineData("public interface I { [MoniGoTrace] Task M(int F0, int _inner); [MoniGoTrace] int Equals(int a); } public class A : I { public Task M(int F0, int _inner) => Task.CompletedTask; public int Equals(int a) => 1; }")]
    [InlineData("public interface I : IAsyncDisposable, IDisposable, IEnumerable<int> { [MoniGoTrace] int M(ref readonly int a, params int[] b) => 1; private int X() => 2; sealed int Y() => X(); } public class A : I { public void Dispose() { } public ValueTask DisposeAsync() => default; public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }")]
    [InlineData("public interface I<T> where T : class { [MoniGoTrace] T M(T t); } public interface I : I<string> { new string M(string t); string I<string>.M(string t) => M(t); } public class A : I { public string M(string t) => t; }")]
    public void An_unusual_decorated_interface_compiles(string source) =>
        new WovenSource(source + " public static class Start { public static void Add(IServiceCollection services) => services.AddMoniGoTraced<I, A>(); }").Compiles();

    [Fact]
    public void What_the_trimmer_has_to_know_is_said_again()
    {
        const string Types = "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes";
        const string Told = "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers";
        var written = new WovenSource($$"""
            public interface IShop { [MoniGoTrace] void Fill<[{{Told}}({{Types}}.PublicProperties)] T>([{{Told}}({{Types}}.All)] Type type); }
            public class Shop : IShop
            {
                public void Fill<[{{Told}}({{Types}}.PublicProperties)] T>([{{Told}}({{Types}}.All)] Type type) { }
                [MoniGoTrace] private void Own<[{{Told}}({{Types}}.PublicProperties)] T>([{{Told}}({{Types}}.All)] Type type) { }
                public void Call(IShop shop) { shop.Fill<Shop>(typeof(Shop)); Own<Shop>(typeof(Shop)); }
                public static void Add(IServiceCollection services) => services.AddMoniGoTraced<IShop, Shop>();
            }
            """).Compiles().Written;

        // The stand-ins of both, the accessor of the private one, and the decorator.
        Assert.Equal(4, written.Split($"[global::{Told}((global::{Types})(512))] T>").Length - 1);
        Assert.Equal(4, written.Split($"[global::{Told}((global::{Types})(-1))] global::System.Type type").Length - 1);
    }

    private const string Plain = """
        public interface IShop { [MoniGoTrace] string Name(string name, List<string> names); }
        public class Shop : IShop
        {
            public string Name(string name, List<string> names) => name;
            [MoniGoTrace] private T Own<T>(T own) where T : class => own;
            [MoniGoTrace] public static System.Threading.Tasks.Task<string> Soon(string name) => null;
            public string Call(IShop shop) => shop.Name(Own("a"), null);
            public System.Threading.Tasks.Task<string> Later() => Soon(null);
            public static void Add(IServiceCollection services) => services.AddMoniGoTraced<IShop, Shop>();
        }
        """;

    [Fact]
    public void A_project_without_nullable_types_compiles() => new WovenSource(Plain, nullable: NullableContextOptions.Disable).Compiles();

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    public void A_project_in_an_older_language_compiles(LanguageVersion version) =>
        Assert.NotEmpty(new WovenSource(Plain, version: version, nullable: NullableContextOptions.Disable).Compiles().Written);

    [Fact]
    public async Task A_project_in_a_language_without_what_we_write_is_not_woven_and_says_so()
    {
        var source = new WovenSource(Plain, version: LanguageVersion.CSharp10, nullable: NullableContextOptions.Disable).Compiles();

        Assert.Empty(source.Written);
        Assert.Contains(await source.Messages(), message => message.StartsWith("MONIGO006 project: ", StringComparison.Ordinal));
    }
}
