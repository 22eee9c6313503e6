using Microsoft.AspNetCore.TestHost;
using MoniGo.TestHosts.Components;

namespace MoniGo.TestHosts;

/// <summary>Builds a small app of each kind whose front page says "host page".</summary>
public static class TestHost
{
    /// <summary>Makes a builder on the test server, in the given environment, with MoniGo added.</summary>
    public static WebApplicationBuilder CreateBuilder(string environment = "Development", Action<MoniGoOptions>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = typeof(TestHost).Assembly.GetName().Name,
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddMoniGo(configure);
        return builder;
    }

    /// <summary>Adds what a kind of app needs, builds it and maps its front page.</summary>
    public static WebApplication Build(this WebApplicationBuilder builder, HostKind kind)
    {
        AddServices(builder.Services, kind);
        var app = builder.Build();
        MapFrontPage(app, kind);
        return app;
    }

    private static void AddServices(IServiceCollection services, HostKind kind)
    {
        switch (kind)
        {
            case HostKind.Mvc:
                services.AddControllers().AddApplicationPart(typeof(TestHost).Assembly);
                break;
            case HostKind.RazorPages:
                services.AddRazorPages().AddApplicationPart(typeof(TestHost).Assembly);
                break;
            case HostKind.Blazor:
                services.AddRazorComponents().AddInteractiveServerComponents();
                break;
            case HostKind.MinimalApi:
            default:
                break;
        }
    }

    private static void MapFrontPage(WebApplication app, HostKind kind)
    {
        switch (kind)
        {
            case HostKind.Mvc:
                app.MapControllers();
                break;
            case HostKind.RazorPages:
                app.MapRazorPages();
                break;
            case HostKind.Blazor:
                app.UseAntiforgery();
                app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
                break;
            case HostKind.MinimalApi:
            default:
                app.MapGet("/", [MoniGoTrace] () => "host page");
                break;
        }
    }
}
