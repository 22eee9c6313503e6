namespace MoniGo.Wire;

/// <summary>One family of a scrape page, as read.</summary>
/// <param name="Name">Name on its TYPE line; of an untyped family, that of its samples.</param>
/// <param name="Type">Its type.</param>
/// <param name="Unit">Its unit; empty when the page does not say.</param>
/// <param name="Help">Its help text; empty when the page has none.</param>
/// <param name="Points">Its lines in the page's order.</param>
internal sealed record ExpositionFamily(
    string Name, ExpositionType Type, string Unit, string Help, IReadOnlyList<ExpositionPoint> Points);
