namespace MoniGo.BrowserTests;

/// <summary>A service with a dozen functions, one with two thousand, and one without any; started once for all tests.</summary>
public sealed class SeededServices : IAsyncLifetime
{
    private const int Many = 2000;

    private readonly List<SeededService> _services = [];

    internal SeededService Busy => _services[0];

    internal SeededService Crowded => _services[1];

    internal SeededService Idle => _services[2];

    public async ValueTask InitializeAsync()
    {
        _services.Add(await SeededService.StartAsync());
        _services.Add(await SeededService.StartAsync(Many));
        _services.Add(await SeededService.StartAsync(idle: true));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
    }
}
