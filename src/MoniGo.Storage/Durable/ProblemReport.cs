namespace MoniGo.Storage;

/// <summary>Tells people what is wrong with a directory, once per failure.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ProblemReport(string port, Action<string>? problem)
{
    private bool _isFailing;

    /// <summary>Tells that the port goes on from memory, unless that was told already.</summary>
    public void Failed(Exception failure)
    {
        if (!_isFailing)
            Tell($"what is new is kept in memory only, until its directory can be used again: {failure.Message}");

        _isFailing = true;
    }

    /// <summary>Ends the failure; another one will be told again.</summary>
    public void Recovered() => _isFailing = false;

    /// <summary>Tells what was found.</summary>
    public void Tell(string what)
    {
        try
        {
            problem?.Invoke($"{port}: {what}");
        }
        catch (Exception)
        {
            // Whoever listens must not stop the writing.
        }
    }
}
