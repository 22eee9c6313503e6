using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Refuses half a store of the user's own: what one port writes, the other must read.</summary>
/// <remarks>Looks at the registrations and makes nothing: making the store would cost every start some milliseconds.</remarks>
internal sealed class StoreChoice(IServiceCollection services)
{
    public void Check()
    {
        if (IsOurs(typeof(ISampleWriter)) != IsOurs(typeof(ISampleReader)))
        {
            throw new InvalidOperationException(
                $"Only one half of the sample store was replaced. Register both {nameof(ISampleWriter)} and {nameof(ISampleReader)}, or neither.");
        }
    }

    private bool IsOurs(Type port) =>
        services.Last(service => service.ServiceType == port && !service.IsKeyedService).ImplementationFactory == StoreServices.OurSampleStore;
}
