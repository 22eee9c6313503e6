namespace MoniGo.Woven;

/// <summary>What cannot be woven, for callers in other assemblies.</summary>
public sealed class Sequences
{
#pragma warning disable MONIGO001 // That is what the callers' messages are about.
    [MoniGoTrace]
    public IEnumerable<int> Read()
    {
        yield return 1;
    }
#pragma warning restore MONIGO001
}
