namespace MoniGo;

/// <summary>Marks an endpoint, or every endpoint of a class, as traced.</summary>
/// <remarks>
/// Has no behaviour of its own; other methods are traced through <see cref="IMoniGoTracer"/>. On an endpoint (Minimal API handler, MVC controller or action, Razor page, Blazor page) the calls are
/// timed by <c>AddMoniGo()</c>. It may also be given as metadata: <c>.WithMetadata(new MoniGoTraceAttribute())</c>.
/// The attribute that is nearer to the method wins.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class MoniGoTraceAttribute : Attribute
{
    /// <summary>Gets or sets the name that the function is shown under.</summary>
    /// <value>Default null: made of the method and its types, such as <c>Orders.Price(string,int)-&gt;Task&lt;decimal&gt;</c>. At most 256 characters.</value>
    public string? Name { get; set; }
}
