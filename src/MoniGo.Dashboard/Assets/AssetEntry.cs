namespace MoniGo.Dashboard;

/// <summary>One line of the manifest that the client's build writes.</summary>
/// <param name="Key">Its name in the sources, such as <c>app.js</c>.</param>
/// <param name="Name">Its name on the wire, with a hash of its content.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Integrity">Subresource integrity, SHA-384.</param>
internal sealed record AssetEntry(string Key, string Name, string ContentType, string Integrity);
