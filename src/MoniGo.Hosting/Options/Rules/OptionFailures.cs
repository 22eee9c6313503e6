using System.Globalization;

namespace MoniGo.Hosting;

/// <summary>Gathers what is wrong with options: key, value and what is legal.</summary>
internal sealed class OptionFailures
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public void Add(string key, string state, string legal) =>
        _all.Add($"{MoniGoOptions.SectionName}:{key} {state}; it must be {legal}.");

    public void Length(string key, string? value, int most = 200)
    {
        if (value is { } text && (string.IsNullOrWhiteSpace(text) || text.Length > most))
            Add(key, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters"), $"1 to {most} characters, not all blank");
    }

    public void Range<T>(string key, T value, T min, T max)
        where T : IComparable<T>, IFormattable
    {
        // A NaN compares below everything, so it fails here too.
        if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
            Add(key, $"is {Text(value)}", $"from {Text(min)} to {Text(max)}");
    }

    public void Word<T>(string key, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            Add(key, $"is {value}", Words<T>());
    }

    public void Names(string key, IList<string> names, string legal)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]) || names[i].Length > 200)
                Add(string.Create(CultureInfo.InvariantCulture, $"{key}:{i}"), $"is '{names[i]}'", legal + " of 1 to 200 characters");
        }
    }

    /// <summary>Names the words of an option.</summary>
    public static string Words<T>()
        where T : struct, Enum => string.Join(" or ", Enum.GetNames<T>());

    private static string Text<T>(T value)
        where T : IFormattable => value is TimeSpan length ? DurationText.Write(length) : value.ToString(null, CultureInfo.InvariantCulture);
}
