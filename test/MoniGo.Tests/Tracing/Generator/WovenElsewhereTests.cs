namespace MoniGo.Tests;

/// <summary>Calls of methods that another assembly declares, compiled and run.</summary>
public sealed class WovenElsewhereTests
{
    [Fact]
    public void A_method_of_another_assembly_is_woven()
    {
        using var woven = new WovenTracer();
        var use = new WovenSource("""
            using MoniGo.Woven;
            public static class Use { public static int It() => 3.Twice() + new Orders().Count("ab") + new Cache<int>().Get(1, "abc").Length; }
            """).Compiles().Load<Func<int>>("Use", "It");

        Assert.Equal(11, use());

        Assert.Equal(
            ["Cache<TKey>.Get<TValue>(TKey,TValue)->TValue", "Numbers.Twice(int)->int", "Orders.Count(string)->int"],
            woven.Read().Functions.Order(StringComparer.Ordinal));
        Assert.All(woven.Read().Functions, function => Assert.Equal(1, woven.Read().Calls(function)));
    }

    [Fact]
    public void Top_level_statements_are_woven()
    {
        var written = new WovenSource("using MoniGo.Woven; Console.Write(3.Twice()); int Local() => 4.Twice(); Local();", isProgram: true).Compiles().Written;

        Assert.Equal(2, written.Split("// Shop.cs(1)").Length - 1);
    }

    [Fact]
    public async Task What_another_assembly_declares_and_cannot_be_woven_says_so_at_its_call()
    {
        var source = new WovenSource("""
            using MoniGo.Woven;
            public static class Use { public static int It(Sequences any) => any.Read().Count(); }
            """).Compiles();

        Assert.Empty(source.Written);
        Assert.StartsWith("MONIGO008 2: This call of 'Read' is not timed, because a call only makes the sequence", Assert.Single(await source.Messages()), StringComparison.Ordinal);
    }
}
