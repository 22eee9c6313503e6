using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Storefront;

/// <summary>Where the shop can reach itself, known once it listens.</summary>
internal sealed class StoreAddress(IServer server, IHostApplicationLifetime lifetime)
{
    public Uri Uri
    {
        get
        {
            var bound = BindingAddress.Parse(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
            var host = bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : bound.Host;
            return new UriBuilder(bound.Scheme, host, bound.Port).Uri;
        }
    }

    public async Task<Uri> WhenListeningAsync(CancellationToken stopping)
    {
        var listening = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stopping);
        return Uri;
    }
}
