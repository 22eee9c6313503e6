namespace MoniGo.Tests;

/// <summary>A rule over many files: one failure names every file that breaks it.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0)
            Assert.Fail(string.Join('\n', all));
    }
}
