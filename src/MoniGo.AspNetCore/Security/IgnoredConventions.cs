using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MoniGo.AspNetCore;

/// <summary>Warns of conventions that the host's pipeline would ignore without a word.</summary>
internal static class IgnoredConventions
{
    public static void Warn(Mount mount, IEnumerable<MountedEndpoint> endpoints, IServiceProvider services, ILogger logger)
    {
        var limited = false;
        var crossOrigin = false;
        foreach (var endpoint in endpoints)
        {
            limited |= endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null;
            crossOrigin |= endpoint.Metadata.GetMetadata<IEnableCorsAttribute>() is not null;
        }

        if (limited && services.GetService<IConfigureOptions<RateLimiterOptions>>() is null)
            Log.ConventionIgnored(logger, mount.Path, "RequireRateLimiting", "AddRateLimiter");

        if (crossOrigin && services.GetService<ICorsService>() is null)
            Log.ConventionIgnored(logger, mount.Path, "RequireCors", "AddCors");
    }
}
