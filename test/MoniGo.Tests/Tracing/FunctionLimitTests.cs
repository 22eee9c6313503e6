using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class FunctionLimitTests
{
    [Fact]
    public void Trace_PastTheLimit_TimesCallsAsOtherAndCountsThem()
    {
        using var tracer = new FunctionTracer(maxFunctions: 2);
        foreach (var name in (string[])["a", "b", "c", "d", "c", "a"])
            tracer.Trace(name, () => { });

        var reading = TracerReading.Of(tracer);
        Assert.Equal(["(other)", "a", "b"], reading.Functions.Order(StringComparer.Ordinal));
        Assert.Equal(3, reading.Calls("(other)"));
        Assert.Equal(3, reading.Dropped);
        Assert.Equal(2, reading.Calls("a"));
    }

    [Fact]
    public void Trace_WithinTheLimit_DropsNothing()
    {
        using var tracer = new FunctionTracer(maxFunctions: 2);
        tracer.Trace("a", () => { });

        Assert.Equal(0, TracerReading.Of(tracer).Dropped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void Trace_ByteBudgetSpent_LosesNoCallAndKeepsTheBudget(int maxBytes)
    {
        var clock = new TimestampClock();
        using var tracer = new FunctionTracer(clock, maxBytes: maxBytes);
        var names = Enumerable.Range(0, 100).Select(i => $"f{i}").ToArray();
        for (var round = 1; round <= 3; round++)
        {
            foreach (var name in names)
                tracer.Trace(name, () => clock.Advance(TimeSpan.FromMilliseconds(Math.Pow(10, round))));
        }

        var reading = TracerReading.Of(tracer);
        Assert.All(names, name => Assert.Equal(3, reading.Calls(name)));
        Assert.All(names, name => Assert.Equal(0, reading.Active(name)));
        Assert.All(names, name => Assert.Equal(1.11, reading.Duration(name).Sum, 6));
        Assert.InRange(tracer.Slabs.Budget.Used, 0, maxBytes);
    }

    [Fact]
    public async Task Collect_ThreadsDied_GivesTheirBytesBack()
    {
        using var tracer = new FunctionTracer();
        for (var i = 0; i < 20; i++)
            await OnNewThread.Run(() => tracer.Trace("f", () => { }));

        Assert.True(tracer.Slabs.Budget.Used > 0);
        Assert.Equal(20, TracerReading.Of(tracer).Calls("f"));
        Assert.Equal(0, tracer.Slabs.Budget.Used);
        Assert.Equal(20, TracerReading.Of(tracer).Calls("f"));
    }

    [Fact]
    public void GetFunction_LongName_IsCutWithAnEllipsis()
    {
        using var tracer = new FunctionTracer();

        var name = tracer.GetFunction(new string('x', 1_000)).Name;

        Assert.Equal(256, name.Length);
        Assert.EndsWith("x…", name, StringComparison.Ordinal);
        Assert.Equal(new string('x', 256), tracer.GetFunction(new string('x', 256)).Name);
    }

    [Fact]
    public void GetFunction_CutWithinASurrogatePair_KeepsWholeCharacters()
    {
        using var tracer = new FunctionTracer();

        var name = tracer.GetFunction(new string('x', 254) + "😀😀").Name;

        Assert.Equal(new string('x', 254) + "…", name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trace_NoName_Throws(bool isEnabled)
    {
        using var tracer = new FunctionTracer { IsEnabled = isEnabled };

        Assert.Throws<ArgumentException>(() => tracer.Trace("", () => { }));
        Assert.Throws<ArgumentNullException>(() => tracer.Start(null!));
        Assert.Throws<ArgumentException>(() => tracer.GetFunction(""));
    }

    [Fact]
    public void Errors_TooManyTypes_CountAsOther()
    {
        var errors = new FunctionErrors();
        foreach (var type in typeof(object).Assembly.GetExportedTypes().Where(IsPlainException))
            errors.Count(type.FullName!);

        Assert.Equal(FunctionErrors.MaxTypes + 1, errors.Counts.Count());
        Assert.True(errors.Counts.Single(pair => pair.Key == FunctionTable.Other).Value > 1);
    }

    private static bool IsPlainException(Type type) =>
        type.IsSubclassOf(typeof(SystemException)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null;
}
