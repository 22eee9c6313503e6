using static MoniGo.Woven.WovenCase;

namespace MoniGo.Woven;

/// <summary>Every kind of call that is woven.</summary>
public static class Cases
{
    private static readonly Orders Orders = new();
    private static readonly int AtStart = 5.Twice();

    /// <summary>Calls that end when they return.</summary>
    public static IReadOnlyList<WovenCase> Synchronous { get; } =
    [
        Of("Orders.Total(decimal,int)->decimal", () => Answers(6m, Orders.Total(3m, 2))),
        Of("Orders.Count(string)->int", () => Answers(3, Orders.Count("abc"))),
        Of("Orders.Clear()->void", () => { var orders = new Orders(); orders.Clear(); Answers(1, orders.Cleared); }),
        Of("orders.named", () => Answers(1, Orders.Named())),
        Of("Orders.Label()->string", () => Answers("order", Orders.Label())),
        Of("Orders.Label()->string", () => { Orders orders = new RushOrders(); Answers("rush order", orders.Label()); }),
        Of("RushOrders.Label()->string", () => Answers("rush order", new RushOrders().Label())),
        Of("Orders.Optional(int,int,string)->int", () => Answers(3, Orders.Optional(1))),
        Of("Orders.Optional(int,int,string)->int", () => Answers(6, Orders.Optional(c: "abc", a: 1))),
        Of("Orders.Sum(int[])->int", () => Answers(6, Orders.Sum(1, 2, 3))),
        Of("Orders.SumOfSpan(ReadOnlySpan<int>)->int", () => Answers(3, Orders.SumOfSpan(1, 2, 3))),
        Of("Orders.Find(ref Guid,ref int,ref string)->bool", Find),
        Of("Orders.Peek(ref int)->int", () => { var number = 3; Answers(3, Orders.Peek(in number)); }),
        Of("Orders.First(Span<byte>,ReadOnlySpan<char>)->Span<byte>", () => Answers(2, Orders.First(new byte[4], "ab").Length)),
        Of("Orders.Pair((int,int?),Dictionary<string,List<int?>>)->(int,string)", () => Answers((1, "0"), Orders.Pair((1, 2), []))),
        Of("Orders.Loose(object)->object", () => Answers<object?>(1, (object?)Orders.Loose((object)1))),
        Of("Orders.Pointed(int*)->int", Pointed),
        Of("Orders.Internal(int,int)->int", () => Answers(3, Orders.Internal(1, 2))),
        Of("Orders.this_(int)->int", () => Answers(1, Orders.this_(1))),
        Of("Orders.Private(int)->int", () => Answers(9, Orders.CallsPrivate())),
        Of("Orders.PrivateStatic(string)->int", () => Orders.CallsPrivate()),
        Of("Orders.PrivateGeneric<T>(T)->T", () => Orders.CallsPrivate()),
        Of("Orders.Protected()->int", () => Answers(10, new RushOrders().CallsPrivate())),
        Of("Money.Add(int)->void", () => { var money = new Money(); money.Add(3); Answers(3, money.Cents); }),
        Of("Money.Add(int)->void", () => new Money().Add(3)),
        Of("Money.Read()->int", () => Answers(0, new Money().Read())),
        Of("Price.Twice()->int", () => Answers(8, new Price(4).Twice())),
        Of("Window.Next()->int", () => { var window = new Window([7, 8]); Answers(7, window.Next()); }),
        Of("Cache<TKey>.Get<TValue>(TKey,TValue)->TValue", () => Answers("v", new Cache<int>().Get(1, "v"))),
        Of("Cache<TKey>.Same(TKey)->TKey", () => Answers("k", Cache<string>.Same("k"))),
        Of("Cache<TKey>.Shelf<TValue>.Put(TKey,TValue?)->TValue?", () => Answers<int?>(2, new Cache<string>.Shelf<int>().Put("k", 2))),
        Of("Numbers.Largest<T>(IReadOnlyList<T>)->T", () => Answers(3, Numbers.Largest<int>([1, 3, 2]))),
        Of("Numbers.Size<T>(T)->int", () => Answers(1, Numbers.Size((ReadOnlySpan<char>)"ab"))),
        Of("Numbers.Width<T>()->int", () => Answers(8, Numbers.Width<long>())),
        Of("Numbers.Twice(int)->int", () => Answers(4, 2.Twice())),
        Of("Numbers.Twice(int)->int", () => Answers(4, Numbers.Twice(2))),
        Of("Numbers.Grow(ref int)->void", () => { var number = 1; number.Grow(); Answers(2, number); }),
        Of("Numbers.Shout(string)->string", () => Answers("A", "a".Shout())),
        Of("Numbers.FirstOf<TItem>(IEnumerable<TItem>)->TItem", () => Answers('a', "ab".FirstOf())),
        Of("Numbers.List()->IEnumerable<int>", () => Answers(2, Numbers.List().Count())),
        Of("IShop.Buy(int)->int", () => Answers(2, ((IShop)new Shop()).Buy(2))),
        Of("IShop.BuyTwice(int)->int", () => Answers(4, ((IShop)new Shop()).BuyTwice(2))),
        Of("IShop.Close()->void", () => ((IShop)new Shop()).Close()),
        Of("WholeClass.One()->int", () => Answers(1, new WholeClass().One())),
        Of("WholeClass.Both()->int", () => Answers(6, new WholeClass().Both())),
        Of("nearer", () => Answers(4, new WholeClass().Nearer())),
    ];

    /// <summary>Calls by other forms of expression.</summary>
    public static IReadOnlyList<WovenCase> Forms { get; } =
    [
        Of("Orders.Count(string)->int", () => Answers<int?>(1, Maybe(Orders)?.Count("a"))),
        Of("Orders.Clear()->void", () => Maybe(Orders)?.Clear()),
        Of("Numbers.Shout(string)->string", () => Answers("A", Maybe("a")?.Shout())),
        Of("Orders.Count(string)->int", () => Answers(2, new[] { "ab" }.Select(item => Orders.Count(item)).Single())),
        Of("Orders.Count(string)->int", () => Answers(2, (from item in new[] { "ab" } select Orders.Count(item)).Single())),
        Of("Orders.Count(string)->int", () => Answers(2, Local("ab"))),
        Of("Orders.Count(string)->int", () => Answers("2", $"{Orders.Count("ab")}")),
        Of("Orders.Count(string)->int", () => Answers(1, Orders.Count("ab") is 2 ? 1 : 0)),
        Of("Numbers.Twice(int)->int", () => Answers(10, new Field().Value)),
        Of("Numbers.Twice(int)->int", () => Answers(12, Property + AtStart - 10)),
    ];

    /// <summary>Calls that answer with a task; each has ended when the case has.</summary>
    public static IReadOnlyList<WovenCase> Asynchronous { get; } =
    [
        new("AsyncOrders.Done()->Task", () => new AsyncOrders().Done()),
        new("AsyncOrders.After(Task)->Task", async () => await new AsyncOrders().After(Later())),
        new("AsyncOrders.Price(string,Task)->Task<decimal>", async () => Answers(3m, await new AsyncOrders().Price("abc", Later()))),
        new("AsyncOrders.DoneValue()->ValueTask", async () => await new AsyncOrders().DoneValue()),
        new("AsyncOrders.AfterValue(Task)->ValueTask", async () => await new AsyncOrders().AfterValue(Later())),
        new("AsyncOrders.PriceValue(Task)->ValueTask<int>", async () => Answers(7, await new AsyncOrders().PriceValue(Later()))),
        new("IShop.BuyAsync(int)->Task<int>", async () => Answers(2, await ((IShop)new Shop()).BuyAsync(2))),
        new("AsyncOrders.Outer(Task)->Task<int>", async () => Answers(2, await new AsyncOrders().Outer(Later()))),
        new("AsyncOrders.Inner(Task)->Task<int>", async () => Answers(2, await new AsyncOrders().Outer(Later()))),
    ];

    /// <summary>Makes calls that need no memory of their own.</summary>
    public static int CallEach(Orders orders, IShop shop)
    {
        var money = new Money();
        money.Add(1);
        return money.Read() + orders.Count("abc") + orders.CallsPrivate() + 3.Twice() + shop.Buy(1) + Cache<int>.Same(1) + (int)Orders.Total(2m, 3);
    }

    private static int Property => 6.Twice();

    private static T? Maybe<T>(T value) => value;

    private static int Local(string text)
    {
        return Inner();

        int Inner() => Orders.Count(text);
    }

    private static async Task Later() => await Task.Yield();

    private static void Find()
    {
        var tries = 1;
        Answers(true, Orders.Find(Guid.NewGuid(), ref tries, out var found));
        Answers((2, "found"), (tries, found));
    }

    private static unsafe void Pointed()
    {
        var number = 3;
        Answers(3, Orders.Pointed(&number));
    }

    private sealed class Field
    {
        public readonly int Value = 5.Twice();
    }
}
