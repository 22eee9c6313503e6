using Microsoft.Extensions.DependencyInjection;
using MoniGo.Woven;

namespace MoniGo.Tests;

/// <summary>Services of <c>test/MoniGo.Woven</c> behind their generated decorators, in a real container.</summary>
public sealed class DecoratorTests
{
    [Fact]
    public async Task Each_call_is_counted_once_in_its_function()
    {
        using var woven = new WovenTracer();
        await using var services = Services();
        var stock = services.GetRequiredService<IStock>();

        await StockCalls.CallEach(stock);

        var reading = woven.Read();
        Assert.Equal(
            [
                "IStock.Explicit(int)->int", "IStock.Woven(int)->int", "Stock.Count(string)->int", "Stock.CountAsync(Task)->Task<int>",
                "Stock.Find<T>(ref T,ref int,ref bool)->T", "Stock.MoniGo.Woven.IRead<System.String>.Read(string)->string", "Stock.Notify()->ValueTask",
            ],
            reading.Functions.Order(StringComparer.Ordinal));
        Assert.All(reading.Functions, function => Assert.Equal(1, reading.Calls(function)));
        Assert.All(reading.Functions, function => Assert.Equal(0, reading.Active(function)));
    }

    [Fact]
    public void What_is_not_traced_is_handed_on()
    {
        using var woven = new WovenTracer();
        using var services = Services();

        StockCalls.UseUntraced(services.GetRequiredService<IStock>());

        Assert.Empty(woven.Read().Functions);
    }

    [Fact]
    public void A_woven_call_on_an_implementation_without_a_decorator_is_counted_too()
    {
        using var woven = new WovenTracer();

        StockCalls.Woven(new Stock());

        Assert.Equal(1, woven.Read().Calls("IStock.Woven(int)->int"));
    }

    [Fact]
    public async Task An_exception_passes_untouched()
    {
        using var woven = new WovenTracer();
        await using var services = Services();
        var stock = services.GetRequiredService<IStock>();

        var thrown = Assert.Throws<InvalidDataException>(() => stock.Count("fail"));
        await Assert.ThrowsAsync<InvalidDataException>(() => stock.CountAsync(Task.FromException(new InvalidDataException())));

        Assert.StartsWith("   at MoniGo.Woven.Stock.Count(String item)", thrown.StackTrace, StringComparison.Ordinal);
        Assert.Equal(1, woven.Read().Errors<InvalidDataException>("Stock.Count(string)->int"));
        Assert.Equal(1, woven.Read().Errors<InvalidDataException>("Stock.CountAsync(Task)->Task<int>"));
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton)]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public async Task The_container_disposes_each_implementation_exactly_once(ServiceLifetime lifetime)
    {
        var log = new StockLog();
        var services = Services(lifetime, log);
        await using (var scope = services.CreateAsyncScope())
        {
            var first = scope.ServiceProvider.GetRequiredService<IStock>();
            var second = scope.ServiceProvider.GetRequiredService<IStock>();
            Assert.Equal(lifetime != ServiceLifetime.Transient, ReferenceEquals(first, second));
            first.Dispose();
        }

        await services.DisposeAsync();

        Assert.Equal(lifetime == ServiceLifetime.Transient ? 2 : 1, log.Made);
        Assert.Equal(log.Made, log.Disposed);
    }

    [Fact]
    public void The_default_lifetime_is_scoped()
    {
        var services = StockCalls.AddByDefault(new ServiceCollection());

        Assert.All(services, service => Assert.Equal(ServiceLifetime.Scoped, service.Lifetime));
        Assert.DoesNotContain(services, service => service.ServiceType == typeof(Stock) && !service.IsKeyedService);
    }

    [Fact]
    public void Two_registrations_give_two_services()
    {
        using var services = StockCalls.AddByDefault(StockCalls.AddByDefault(new ServiceCollection().AddSingleton<StockLog>())).BuildServiceProvider();

        Assert.Equal(2, services.GetServices<IStock>().Distinct().Count());
    }

    [Fact]
    public void A_call_that_was_not_woven_says_what_to_do()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddMoniGoTraced<IStock, Stock>());

        Assert.Contains("AddMoniGoTraced<IStock, Stock>() was not woven. Reference the MoniGo.Tracing package", thrown.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(ServiceLifetime lifetime = ServiceLifetime.Scoped, StockLog? log = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(log ?? new StockLog());
        return StockCalls.Add(services, lifetime).BuildServiceProvider();
    }
}
