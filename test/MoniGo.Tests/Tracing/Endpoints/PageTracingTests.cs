using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.TestHosts;
using MoniGo.TestHosts.Components;

namespace MoniGo.Tests;

public sealed class PageTracingTests
{
    [Fact]
    public async Task A_razor_page_whose_class_has_the_attribute_is_counted_once_a_request()
    {
        await using var host = await StartPagesAsync();

        Assert.Contains("host page", await host.GetAsync("/"), StringComparison.Ordinal);

        Assert.Equal(["Page /Greeting x 1"], host.Counted());
    }

    [Fact]
    public async Task The_attribute_on_a_handler_method_of_a_page_times_that_method_alone()
    {
        await using var host = await StartPagesAsync();

        Assert.Contains("untraced", await host.GetAsync("/Order"), StringComparison.Ordinal);
        Assert.Empty(host.Counted());
        Assert.Equal(200, await host.StatusAsync("/Order", HttpMethod.Post));
        Assert.Equal(200, await host.StatusAsync("/Order", HttpMethod.Post));

        Assert.Equal(["OrderModel.OnPostAsync()->Task x 2"], host.Counted());
    }

    [Fact]
    public async Task A_handler_method_that_throws_is_counted_by_type_and_the_exception_goes_on()
    {
        await using var host = await StartPagesAsync();

        await Assert.ThrowsAsync<FormatException>(() => host.StatusAsync("/Order?handler=Pay", HttpMethod.Post));

        Assert.Equal(1, TracerReading.Of(host.Tracer).Errors<FormatException>("pay"));
        Assert.Equal(["pay x 1"], host.Counted());
    }

    [Fact]
    public async Task A_blazor_page_with_the_attribute_is_named_after_its_component()
    {
        await using var host = await TracedHost.StartAsync(
            app =>
            {
                app.UseAntiforgery();
                app.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(TracedPage).Assembly);
            },
            services => services.AddRazorComponents());

        Assert.Equal(200, await host.StatusAsync("/traced-page"));
        Assert.Equal(200, await host.StatusAsync("/"));

        Assert.Equal(["Page PageTracingTests.TracedPage x 1"], host.Counted());
    }

    private static Task<TracedHost> StartPagesAsync() => TracedHost.StartAsync(
        app => app.MapRazorPages(),
        services => services.AddRazorPages().AddApplicationPart(typeof(TestHost).Assembly));

    [MoniGoTrace]
    [Route("/traced-page")]
    public sealed class TracedPage : ComponentBase;
}
