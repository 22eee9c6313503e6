namespace MoniGo.Tests;

/// <summary>Runs a check with one random seed after the other, and names the one that failed.</summary>
/// <remarks>With MONIGO_LONG=1 a hundred times as many.</remarks>
internal static class Seeds
{
    public static void Try(int count, Action<Random> check)
    {
        var rounds = Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? count * 100 : count;
        for (var round = 0; round < rounds; round++)
            TryOne(Random.Shared.Next(), check);
    }

    private static void TryOne(int seed, Action<Random> check)
    {
        try
        {
            check(new Random(seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Failed with seed {seed}.", failure);
        }
    }
}
