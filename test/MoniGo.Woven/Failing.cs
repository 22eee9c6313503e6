namespace MoniGo.Woven;

/// <summary>Fails within a traced call, for those who look at what comes out.</summary>
public sealed class Failing
{
    [MoniGoTrace]
    public int Throw(string message) => throw new InvalidDataException(message);

    /// <summary>Catches with a filter, which runs before any stack is unwound.</summary>
    public bool FilterSeesTheLiveStack()
    {
        var live = false;
        try
        {
            Deep(() => live = true, () => live = false);
        }
        catch (InvalidDataException) when (live)
        {
            return true;
        }

        return false;
    }

    public int CallThrow(string message) => Throw(message);

    private void Deep(Action enter, Action leave)
    {
        enter();
        try
        {
            Throw("deep");
        }
        finally
        {
            leave();
        }
    }
}
