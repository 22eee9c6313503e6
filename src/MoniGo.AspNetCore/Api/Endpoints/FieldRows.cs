using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Writes rows of fields as MoniGo does, sorted by time.</summary>
internal static class FieldRows
{
    /// <summary>Makes the answer; <paramref name="key"/> names a field in it.</summary>
    public static Reply Json(IReadOnlyList<FieldRow> rows, Func<MoniGoField, string> key) =>
        Reply.Json([.. rows.Select(row => Describe(row, key))], ApiJson.Default.IReadOnlyListFieldRowResponse);

    private static FieldRowResponse Describe(FieldRow row, Func<MoniGoField, string> key)
    {
        var values = new Dictionary<string, double>(row.Values.Count, StringComparer.Ordinal);
        foreach (var (field, value) in row.Values)
            values[key(field)] = value;

        return new(row.Time.UtcDateTime, values);
    }
}
