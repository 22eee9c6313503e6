namespace MoniGo;

/// <summary>Marks a method, an endpoint, or those of a whole type, as traced.</summary>
/// <remarks>
/// <para>
/// On an endpoint (Minimal API handler, MVC controller or action, Razor page, Blazor page) the calls are timed by <c>AddMoniGo()</c>.
/// It may also be given as metadata: <c>.WithMetadata(new MoniGoTraceAttribute())</c>.
/// </para>
/// <para>
/// On any other method its calls are woven at compile time, in every project that references the package: a timed stand-in takes the place
/// of each call. On a class, struct or interface it means the ordinary methods that others may call: public or internal, not those of
/// <see cref="object"/>. Through an interface calls are timed where the attribute stands on the interface, or where the service
/// is registered with <c>AddMoniGoTraced</c>. What cannot be woven is a message of the build, MONIGO001 and up. The attribute that is
/// nearer to the method wins.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class MoniGoTraceAttribute : Attribute
{
    /// <summary>Gets or sets the name that the function is shown under.</summary>
    /// <value>Default null: made of the method and its types, such as <c>Orders.Price(string,int)-&gt;Task&lt;decimal&gt;</c>. At most 256 characters.</value>
    public string? Name { get; set; }
}
