namespace MoniGo.Tests;

/// <summary>What the generators write, as text that a reviewer has read.</summary>
public sealed class SnapshotTests
{
    private const string Snapshots = "test/MoniGo.Tests/Tracing/Generator/Snapshots";
    private const string Approve = "MONIGO_APPROVE";

    [Fact]
    public void Calls_that_end_when_they_return() => Matches("Synchronous", """
        public class Orders
        {
            [MoniGoTrace] public decimal Price(string item, int count = 1) => count;
            [MoniGoTrace(Name = "orders \"clear\"")] public static void Clear() { }
            public void Use()
            {
                Price("a");
                Price("b", 2);
                Clear();
            }
        }
        """);

    [Fact]
    public void Calls_that_end_with_a_task() => Matches("Asynchronous", """
        public class Orders
        {
            [MoniGoTrace] public Task Save() => Task.CompletedTask;
            [MoniGoTrace] public async ValueTask<int> Load(int id) { await Task.Yield(); return id; }
            public async Task Use()
            {
                await Save();
                await Load(1);
            }
        }
        """);

    [Fact]
    public void Receivers_of_every_kind() => Matches("Receivers", """
        public struct Money { public int Cents; [MoniGoTrace] public void Add(int cents) => Cents += cents; [MoniGoTrace] public readonly int Read() => Cents; }
        [MoniGoTrace] public interface IShop { void Close(); Task<int> Buy(); }
        public static class Texts { [MoniGoTrace] public static int Size(this string text) => text.Length; }
        public class Orders
        {
            [MoniGoTrace] private int Secret(int number) => number;
            [MoniGoTrace] private static string? Hidden<T>(T value) where T : notnull => value.ToString();
            public async Task Use(IShop shop)
            {
                var money = new Money();
                money.Add(1);
                money.Read();
                shop.Close();
                await shop.Buy();
                "a".Size();
                Secret(1);
                Hidden(2);
            }
        }
        """);

    [Fact]
    public void Signatures_of_every_kind() => Matches("Signatures", """
        public class Cache<TKey> where TKey : struct, IComparable<TKey>
        {
            [MoniGoTrace] public TValue? Find<TValue>(in TKey key, ref int tries, out TValue? found, params scoped ReadOnlySpan<int> rest) where TValue : class, new() => found = null;
            [MoniGoTrace] public static unsafe int Read(int* at, ref readonly long b, dynamic c, (int First, string?) pair, int[][,] @class) => *at;
        }
        public static class Use
        {
            public static unsafe void Them(Cache<int> cache, int* at)
            {
                var (tries, b) = (0, 1L);
                cache.Find<object>(1, ref tries, out _, 1, 2);
                Cache<long>.Read(at, in b, (object)2, (1, null), []);
            }
        }
        """);

    [Fact]
    public void A_decorator() => Matches("Decorator", """
        public interface IRead<T> : IDisposable { T? Find(int id); }
        public interface IOrders : IRead<string>, IAsyncDisposable
        {
            string Name { get; set; }
            int this[int index, string key] { get; }
            event EventHandler? Changed;
            Task<decimal> PriceAsync(string item);
            TItem? Pick<TItem>(IReadOnlyList<TItem> items, in int at, ref int tries, out bool found);
            ref int Slot(int index);
            int Default() => 1;
            [MoniGoTrace(Name = "by interface")] void Named();
        }
        public class Orders : IOrders
        {
            private int[] _slots = [1];
            public string Name { get; set; } = "";
            public int this[int index, string key] => index;
            public event EventHandler? Changed { add { } remove { } }
            [MoniGoTrace] public async Task<decimal> PriceAsync(string item) { await Task.Yield(); return 1; }
            public TItem? Pick<TItem>(IReadOnlyList<TItem> items, in int at, ref int tries, out bool found) { found = true; return items[at]; }
            public ref int Slot(int index) => ref _slots[0];
            public void Named() { }
            [MoniGoTrace] string? IRead<string>.Find(int id) => null;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        public static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddMoniGoTraced<IOrders, Orders>();
            public static void AddSingle(IServiceCollection services) => services.AddMoniGoTraced<IOrders, Orders>(ServiceLifetime.Singleton);
        }
        """);

    [Fact]
    public void Where_nothing_is_traced_nothing_is_written() =>
        Assert.Empty(new WovenSource("public class Orders { public void Use() => ToString(); }").Compiles().Written);

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        const string First = "public class A { [MoniGoTrace] public void M() { } public void Use() { M(); new B().M(); } }";
        const string Second = "public class B { [MoniGoTrace] public void M() { } public void Use() { M(); new A().M(); } }";
        var one = new WovenSource(First);
        var other = new WovenSource(Second);

        var forward = Text(one, one.Given.AddSyntaxTrees(one.Parse(Second, "Second.cs")));
        var backward = Text(other, other.Given.ReplaceSyntaxTree(other.Given.SyntaxTrees[1], other.Parse(Second, "Second.cs")).AddSyntaxTrees(other.Parse(First, "Shop.cs")));

        Assert.NotEmpty(forward);
        Assert.Equal(forward, backward);
    }

    private static string Text(WovenSource source, Microsoft.CodeAnalysis.Compilation compilation) =>
        string.Concat(source.Driver.RunGenerators(compilation).GetRunResult().GeneratedTrees);

    private static void Matches(string name, string source)
    {
        var received = new WovenSource(source.ReplaceLineEndings("\n")).Compiles().Written;
        var path = Path.Combine(Repository.Root, Snapshots, name + ".txt");
        if (Environment.GetEnvironmentVariable(Approve) == "1")
            File.WriteAllText(path, received);

        Assert.True(File.Exists(path), $"Nothing is approved yet; run with {Approve}=1 and review {Snapshots}/{name}.txt.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), received);
    }
}
