namespace Storefront;

/// <summary>Switches the traffic on.</summary>
internal static class LoadServiceCollectionExtensions
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddHostedService<LoadDriver>();
        services.AddHttpClient(nameof(LoadDriver))
            // Each visitor brings its own basket cookie; a shared jar would make them one.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false })
            .RemoveAllLoggers();
    }
}
