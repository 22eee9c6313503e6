using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>One group with its counts; changed under the lock of <see cref="ExceptionGroups"/>.</summary>
internal sealed class CountedGroup(ExceptionGroup group)
{
    /// <summary>Gets its series in the snapshots.</summary>
    public SeriesKey Series { get; } = new(
        ExceptionInstruments.Count,
        TagSet.Create(new(ExceptionInstruments.Group, group.Id), new(FunctionInstruments.ErrorType, group.Type)));

    /// <summary>Gets it as it is told.</summary>
    public ExceptionGroup Group { get; private set; } = group;

    /// <summary>Gets how many were seen since this process started.</summary>
    public long SinceStart { get; private set; }

    /// <summary>Gets or sets whether it had to make room for another.</summary>
    public bool IsGone { get; set; }

    public void Count(DateTimeOffset now, ExceptionExample? example)
    {
        SinceStart++;
        Group = Group with { Count = Group.Count + 1, LastSeen = now, Example = example ?? Group.Example };
    }

    /// <summary>Replaces the text of the example, and gives that.</summary>
    public ExceptionExample Retell(string text)
    {
        Group = Group with { Example = Group.Example with { Text = text } };
        return Group.Example;
    }

    /// <summary>Adds what earlier processes have seen.</summary>
    public void Inherit(ExceptionGroup earlier) =>
        Group = Group with { Count = Group.Count + earlier.Count, FirstSeen = earlier.FirstSeen < Group.FirstSeen ? earlier.FirstSeen : Group.FirstSeen };
}
