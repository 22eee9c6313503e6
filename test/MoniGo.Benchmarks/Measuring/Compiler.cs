namespace MoniGo.Benchmarks;

/// <summary>Gives the runtime the quiet in which it compiles anew what is called often.</summary>
internal static class Compiler
{
    // It begins after 100 ms without new methods, in a thread of its own.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    public static Task SettleAsync() => Task.Delay(Quiet);
}
