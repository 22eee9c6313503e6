namespace MoniGo.Woven;

/// <summary>One kind of call, and the function that it has to be counted in, once.</summary>
/// <param name="Function">The name of the function, as it is shown.</param>
/// <param name="Call">Makes the call and checks what it answered.</param>
public sealed record WovenCase(string Function, Func<Task> Call)
{
    /// <summary>Makes a case of a call that ends when it returns.</summary>
    public static WovenCase Of(string function, Action call) => new(function, () =>
    {
        call();
        return Task.CompletedTask;
    });

    /// <summary>Fails where a call did not answer as it would have unwoven.</summary>
    public static void Answers<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InvalidOperationException($"The woven call answered {actual}, not {expected}.");
    }
}
