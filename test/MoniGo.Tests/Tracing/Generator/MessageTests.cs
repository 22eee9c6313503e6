namespace MoniGo.Tests;

/// <summary>What cannot be woven is a message of the build, and what can is none.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("public IEnumerable<int> Read() { yield return 1; }", "MONIGO001")]
    [InlineData("public async IAsyncEnumerable<int> Read() { await Task.Yield(); yield return 1; }", "MONIGO001")]
    [InlineData("public IAsyncEnumerable<int>? Read() => null;", "MONIGO001")]
    [InlineData("public async void Read() => await Task.Yield();", "MONIGO002")]
    [InlineData("public ref int Read() => ref _slot; private int _slot;", "MONIGO003")]
    [InlineData("private Secret? Read() => null; private class Secret;", "MONIGO003")]
    [InlineData("private static unsafe delegate*<void> Read() => null;", "MONIGO003")]
    [InlineData("[System.Diagnostics.Conditional(\"DEBUG\")] public void Read() { }", "MONIGO003")]
    public async Task A_method_that_cannot_be_woven_says_so(string method, string id)
    {
        var messages = await Messages($"public class Orders {{ [MoniGoTrace] {method} }}");

        var message = Assert.Single(messages);
        Assert.StartsWith(id + " 1: ", message, StringComparison.Ordinal);
        Assert.Contains("Read(", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_in_a_type_that_generated_code_cannot_name_says_so()
    {
        Assert.StartsWith("MONIGO003", Assert.Single(await Messages("public class A { private class B { [MoniGoTrace] public void M() { } } }")), StringComparison.Ordinal);
        Assert.StartsWith("MONIGO003", Assert.Single(await Messages("file class B { [MoniGoTrace] public void M() { } }")), StringComparison.Ordinal);
        Assert.StartsWith("MONIGO003", Assert.Single(await Messages("public class A<T> { [MoniGoTrace] private void M() { } }")), StringComparison.Ordinal);
        Assert.StartsWith("MONIGO003", Assert.Single(await Messages("public interface IA { [MoniGoTrace] static abstract void M(); }")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public int P { [MoniGoTrace] get => 1; }")]
    [InlineData("[MoniGoTrace] public static A operator +(A a, A b) => a;")]
    [InlineData("[MoniGoTrace] ~A() { }")]
    public async Task The_attribute_where_it_does_nothing_says_so(string member) =>
        Assert.StartsWith("MONIGO007 1: ", Assert.Single(await Messages($"public class A {{ {member} }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Func<int> f = orders.Price;")]
    [InlineData("new[] { 1 }.Select(Orders.Twice).ToList();")]
    [InlineData("orders.Changed += Orders.Handle;")]
    [InlineData("delegate*<int, int> f = &Orders.Twice;")]
    public async Task A_delegate_of_a_traced_method_says_so(string statement) =>
        Assert.StartsWith("MONIGO004 8: ", Assert.Single(await Messages(Within(statement))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Func<int> f = () => orders.Price();")]
    [InlineData("var name = nameof(orders.Price);")]
    [InlineData("orders.Price(); orders?.Price();")]
    [InlineData("Orders.Twice(orders.Price());")]
    [InlineData("orders.ToString();")]
    public async Task A_call_that_is_woven_says_nothing(string statement) => Assert.Empty(await Messages(Within(statement)));

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> e = () => orders.Price();", "expression tree")]
    [InlineData("Orders.Twice((dynamic)1);", "dynamic")]
    [InlineData("Local(); [MoniGoTrace] void Local() { }", "local function")]
    [InlineData("Call(orders); void Call<T>(T any) where T : Orders => any.Price();", "type parameter 'T'")]
    [InlineData("new Orders { 1 };", "of another expression")]
    public async Task A_call_that_cannot_be_woven_says_why(string statement, string reason)
    {
        var message = Assert.Single(await Messages(Within("_ = 1; " + statement.Replace("new Orders {", "_ = new Orders {", StringComparison.Ordinal))));

        Assert.StartsWith("MONIGO008 8: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_base_says_so_unless_its_override_is_counted()
    {
        const string Base = "public class A { [MoniGoTrace] public virtual int M() => 1; }\n";

        Assert.Empty(await Messages(Base + "public class B : A { public override int M() => base.M(); }"));
        Assert.StartsWith("MONIGO008 2: ", Assert.Single(await Messages(Base + "public class B : A { public int N() => base.M(); }")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_reaches_an_implementation_through_its_interface_says_so()
    {
        const string Types = """
            public interface IOrders { int Price(); int Count(); }
            public class Orders : IOrders { [MoniGoTrace] public int Price() => 1; public int Count() => 1; }
            public static class Use { public static int It(IOrders orders) => orders.Count() + orders.Price(); }

            """;
        const string Registration = "public static class Setup { public static void Add(IServiceCollection services) => services.AddMoniGoTraced<IOrders, Orders>(); }";

        var message = Assert.Single(await Messages(Types));
        Assert.StartsWith("MONIGO005 3: ", message, StringComparison.Ordinal);
        Assert.Contains("'Orders.Price()->int' alone; put it on 'IOrders.Price()->int'", message, StringComparison.Ordinal);
        Assert.Empty(await Messages(Types + Registration));
        Assert.Empty(await Messages(Types.Replace("IOrders { int Price", "IOrders { [MoniGoTrace] int Price", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_call_that_reaches_an_override_through_its_base_says_so() =>
        Assert.StartsWith("MONIGO005 3: ", Assert.Single(await Messages("""
            public abstract class Base { public abstract int Price(); }
            public class Orders : Base { [MoniGoTrace] public override int Price() => 1; }
            public static class Use { public static int It(Base orders) => orders.Price(); }
            """)), StringComparison.Ordinal);

    [Fact]
    public async Task An_interface_of_the_base_library_says_nothing() =>
        Assert.Empty(await Messages("[MoniGoTrace] public class A : IDisposable { public void Dispose() { } public static void Use(IDisposable any) => any.Dispose(); }"));

    [Fact]
    public async Task A_project_without_interceptors_says_so_once()
    {
        var source = new WovenSource("public class A { [MoniGoTrace] public void M() { } public void Use() { M(); M(); } }", isOn: false).Compiles();

        Assert.Empty(source.Written);
        Assert.StartsWith("MONIGO006 project: ", Assert.Single(await source.Messages()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class HomeController : Microsoft.AspNetCore.Mvc.ControllerBase { [MoniGoTrace] public async IAsyncEnumerable<int> Get() { await Task.Yield(); yield return 1; } }")]
    [InlineData("[MoniGoTrace] public class PlainController { public IEnumerable<int> Get() { yield return 1; } }")]
    [InlineData("[MoniGoTrace] public class IndexModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet() { } public async void OnPost() => await Task.Yield(); }")]
    [InlineData("public class Chat : Microsoft.AspNetCore.SignalR.Hub { [MoniGoTrace] public async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; } }")]
    public async Task What_the_framework_calls_says_nothing(string source) => Assert.Empty(await Messages(source));

    [Theory]
    [InlineData("app.MapGet(\"/\", Orders.List);")]
    [InlineData("app.MapGet(\"/\", orders.Stream);")]
    [InlineData("app.MapPost(\"/\", Answer); [MoniGoTrace] string Answer() => \"a\";")]
    [InlineData("app.MapGet(\"/\", Orders.Handle);")]
    [InlineData("app.MapGroup(\"/g\").MapGet(\"/\", Orders.Handle);")]
    [InlineData("app.MapGet(\"/\", [MoniGoTrace] () => 1);")]
    [InlineData("Map(app, Orders.List); static void Map(IEndpointRouteBuilder routes, Func<int> handler) => routes.MapGet(\"/\", handler);")]
    public async Task The_handler_of_an_endpoint_says_nothing(string statement) => Assert.Empty(await new WovenSource($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        var app = WebApplication.Create();
        var orders = new Orders();
        {{statement}}
        app.Run();
        public class Orders
        {
            [MoniGoTrace] public static int List() => 1;
            [MoniGoTrace] public static Task Handle(HttpContext context) => Task.CompletedTask;
            {{(statement.Contains("Stream", StringComparison.Ordinal) ? "[MoniGoTrace] public async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; }" : "")}}
        }
        """, isProgram: true).Messages());

    [Theory]
    [InlineData("services.AddMoniGoTraced<Orders, Orders>()", "'Orders' is not an interface")]
    [InlineData("services.AddMoniGoTraced<IOrders, Abstract>()", "'Abstract' is no class that can be made")]
    [InlineData("services.AddMoniGoTraced<IHidden, Hidden>()", "cannot name 'IHidden'")]
    [InlineData("services.AddMoniGoTraced<IFixed, Fixed>()", "'Number' can only be set")]
    [InlineData("Any<Orders>(services)", "'T' is known only to the callers")]
    public async Task A_service_that_cannot_be_decorated_is_an_error(string call, string reason)
    {
        var message = Assert.Single(await Messages($$"""
            public interface IOrders { [MoniGoTrace] int Price(); }
            public class Orders : IOrders { public int Price() => 1; }
            public abstract class Abstract : IOrders { public abstract int Price(); }
            public interface IFixed { int Number { get; init; } }
            public class Fixed : IFixed { public int Number { get; init; } }
            public class Setup
            {
                private interface IHidden;
                private class Hidden : IHidden;
                public void Add(IServiceCollection services) => {{call}};
                private static void Any<T>(IServiceCollection services) where T : class, IOrders { {{(call.StartsWith("Any", StringComparison.Ordinal) ? "services.AddMoniGoTraced<IOrders, T>();" : "")}} }
            }
            """));

        Assert.StartsWith("MONIGO009", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decorator_that_times_nothing_says_so() =>
        Assert.StartsWith("MONIGO010 3: ", Assert.Single(await Messages("""
            public interface IOrders { int Price(); }
            public class Orders : IOrders { public int Price() => 1; }
            public class Setup { public void Add(IServiceCollection services) => services.AddMoniGoTraced<IOrders, Orders>(); }
            """)), StringComparison.Ordinal);

    private static string Within(string statement) => $$"""
        public class Orders : System.Collections.IEnumerable
        {
            [MoniGoTrace] public int Price() => 1;
            [MoniGoTrace] public static int Twice(int number) => number * 2;
            [MoniGoTrace] public static void Handle(object? sender, EventArgs args) { }
            {{(statement.Contains("{ 1 }", StringComparison.Ordinal) && !statement.Contains("Select", StringComparison.Ordinal) ? "[MoniGoTrace]" : "")}} public void Add(int number) { }
            public event EventHandler? Changed; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            public unsafe static void Use(Orders orders) { {{statement}} }
        }
        """;

    private static Task<string[]> Messages(string source) => new WovenSource(source).Messages();
}
