namespace MoniGo.Exporters;

/// <summary>An encoded scrape page, shared by everybody who asks for the same tick and format.</summary>
/// <param name="ContentType">Media type with version and character set.</param>
/// <param name="Body">The page.</param>
internal sealed record ScrapePage(string ContentType, ReadOnlyMemory<byte> Body);
