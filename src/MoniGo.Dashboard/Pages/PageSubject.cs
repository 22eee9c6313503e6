using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What a page of one thing is about: a function, a trace, an exception.</summary>
/// <param name="Parent">Key of the page that lists such things and stands for this one in the navigation.</param>
/// <param name="Parameters">Parameters of the address that say which one it is, all of them needed.</param>
/// <param name="Unknown">What stands there where there is no such thing.</param>
internal sealed record PageSubject(string Parent, ImmutableArray<string> Parameters, EmptyText Unknown)
{
    /// <summary>Tells whether a thing is known, or was within the range shown.</summary>
    internal delegate ValueTask<bool> Search(PanelReading reading, CancellationToken cancellationToken);

    /// <summary>Gets what makes the heading; the first parameter by default.</summary>
    public Func<TagSet, string> Heading { get => field ?? (subject => subject[Parameters[0]] ?? ""); init; }

    /// <summary>Gets what makes the heading once the page is read, where that says more than the address; null by default.</summary>
    public Func<PageAnswer, string?>? Named { get; init; }

    /// <summary>Gets how the heading is set.</summary>
    public ColumnKind HeadingKind { get; init; } = ColumnKind.Word;

    /// <summary>Gets what finds out whether there is such a thing; null where every one has its page.</summary>
    public Search? IsKnown { get; init; }

    /// <summary>Gets the conditions that the subject puts on every series that the page's panels ask for; none by default.</summary>
    public Func<TagSet, ImmutableArray<TagMatcher>> Conditions { get; init; } = _ => [];
}
