using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Tests;

/// <summary>Gives a host the controllers that are nested in a test class, and no others.</summary>
internal sealed class NestedControllers(Type within) : ControllerFeatureProvider
{
    public static void Add(IServiceCollection services, Type within) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.ApplicationParts.Add(new AssemblyPart(within.Assembly));
        parts.FeatureProviders.Clear();
        parts.FeatureProviders.Add(new NestedControllers(within));
    });

    protected override bool IsController(TypeInfo typeInfo) =>
        typeInfo.DeclaringType == within && typeInfo.IsSubclassOf(typeof(ControllerBase)) && !typeInfo.IsAbstract;
}
