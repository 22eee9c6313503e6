using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MoniGo.AspNetCore;

/// <summary>Stops the start when a mount could be seen by people it was not meant for.</summary>
/// <remarks>
/// Every group of a mount needs a policy, the host's fallback policy, or an explicit <c>AllowAnonymous()</c>; in Development it may go
/// without. What the guard has not seen, or no authorization ran for, <see cref="MountGate"/> does not serve. A policy on a host without authorization services stops the start everywhere, since each request would end in an error.
/// </remarks>
internal sealed class MountGuard(IWebHostEnvironment environment, ILogger<MountGuard> logger)
{
    private volatile bool _isExpecting;

    /// <summary>Says that there is a mount to look at; a headless host's routes are left to be built at their first request.</summary>
    public void Expect() => _isExpecting = true;

    /// <summary>Looks at every mounted endpoint; throws <see cref="InvalidOperationException"/> with what to write instead.</summary>
    public void Check(IServiceProvider services)
    {
        if (!_isExpecting)
            return;

        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        foreach (var mount in endpoints.Select(MountedEndpoint.From).OfType<MountedEndpoint>().GroupBy(endpoint => endpoint.Mount))
        {
            var groups = mount
                .GroupBy(endpoint => endpoint.Group)
                .ToDictionary(group => group.Key, group => group.Min(endpoint => endpoint.Protection));
            CheckServices(mount.Key, groups, services);
            mount.Key.State = CheckProtection(mount.Key, groups, services);
            IgnoredConventions.Warn(mount.Key, mount, services, logger);
        }
    }

    private static void CheckServices(Mount mount, Dictionary<MountGroupKind, Protection> groups, IServiceProvider services)
    {
        if (groups.ContainsValue(Protection.Policy) && services.GetService<IAuthorizationPolicyProvider>() is null)
        {
            throw new InvalidOperationException(
                $"MoniGo at {mount.Path} requires authorization, but the host has no authorization services, so every request would fail. Call builder.Services.AddAuthorization().");
        }
    }

    private MountState CheckProtection(Mount mount, Dictionary<MountGroupKind, Protection> groups, IServiceProvider services)
    {
        var open = groups.Where(group => group.Value == Protection.Unsaid).Select(group => group.Key).Order().ToList();
        if (open.Count == 0 || HasFallbackPolicy(services))
            return MountState.Guarded;

        if (!environment.IsDevelopment())
            throw new InvalidOperationException(Refusal(mount, open));

        Log.OpenInDevelopment(logger, mount.Path);
        return MountState.Open;
    }

    private static bool HasFallbackPolicy(IServiceProvider services) =>
        services.GetService<IAuthorizationPolicyProvider>() is { } policies
        && policies.GetFallbackPolicyAsync().GetAwaiter().GetResult() is not null; // at start, where waiting is allowed

    private string Refusal(Mount mount, List<MountGroupKind> open) =>
        $"""
        MoniGo at {mount.Path} is open to everybody ({string.Join(", ", open)}), which is refused in the environment '{environment.EnvironmentName}'. Write one of:
          app.MapMoniGo("{mount.Path}").RequireAuthorization("your-policy");
          builder.Services.AddAuthorization(o => o.FallbackPolicy = ...);   // protects MoniGo too
          app.MapMoniGo("{mount.Path}").AllowAnonymous();                    // if everybody may look
        The groups can differ: .People (pages, API), .Machines (/metrics), .Dangerous (captures; on top of People).
        """;
}
