using System.Text.Json;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>Checks a page for the WCAG 2 rules of levels A and AA with axe-core.</summary>
internal static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    public static async Task FindsNothingAsync(IPage page)
    {
        var violations = await ViolationsAsync(page);
        if (violations.Count > 0)
            Assert.Fail(string.Join('\n', violations));
    }

    /// <summary>What is wrong, one line a rule: its id, its weight and the elements.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Source + "\n;0");
        var answer = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
        return [.. answer.GetProperty("violations").EnumerateArray().Select(Line)];
    }

    private static string Line(JsonElement rule)
    {
        var places = rule.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString());
        return $"{rule.GetProperty("impact").GetString()} {rule.GetProperty("id").GetString()}: {string.Join(" | ", places)}";
    }
}
