namespace MoniGo.Query;

/// <summary>The fields that have a value at one time.</summary>
/// <param name="Time">End of the window.</param>
/// <param name="Values">Value by field name, in the order asked for; a field without a reading is absent.</param>
internal sealed record FieldRow(DateTimeOffset Time, IReadOnlyList<KeyValuePair<MoniGoField, double>> Values);
