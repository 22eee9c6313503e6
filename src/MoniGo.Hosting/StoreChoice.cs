using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Hosting;

/// <summary>Refuses half a store of the user's own: what one port writes, the other must read.</summary>
internal static class StoreChoice
{
    public static void Check(IServiceProvider services)
    {
        var writesOurs = services.GetRequiredService<ISampleWriter>() is SampleStore;
        var readsOurs = services.GetRequiredService<ISampleReader>() is SampleStore;
        if (writesOurs != readsOurs)
        {
            throw new InvalidOperationException(
                $"Only one half of the sample store was replaced. Register both {nameof(ISampleWriter)} and {nameof(ISampleReader)}, or neither.");
        }
    }
}
