using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>One thing that a reader must know of the store.</summary>
/// <param name="Tone">How it stands.</param>
/// <param name="Title">The fact; empty where the text says it all.</param>
/// <param name="Text">What it means, or what to do.</param>
internal sealed record StoreNote(Tone Tone, string Title, string Text)
{
    /// <summary>Tells what is to be known on every page: a problem, for it may cost history.</summary>
    public static IEnumerable<StoreNote> Of(StoreStatus store)
    {
        if (store.Problem is { } problem)
            yield return new(Tone.Bad, store.Kind is "memory" ? "History is kept in memory for now." : "The history has a problem.", problem);
    }

    /// <summary>Tells what is to be known on the page of the store.</summary>
    public static IEnumerable<StoreNote> OfPage(StoreStatus store)
    {
        foreach (var note in Of(store))
            yield return note;

        if (Damage(store) is { } damage)
            yield return new(Tone.Warn, $"{damage}.", store.LastDamage is { } last ? $"Last: {last}" : "The rest is served.");

        if (store is { Directory: null, Problem: null, Kind: "memory" })
            yield return new(Tone.Quiet, "History ends with the process.", "Set MoniGo:Storage:Type to Disk, and it survives restarts.");
    }

    /// <summary>Tells in short what the rail of every page warns of.</summary>
    public static IEnumerable<StoreNote> OfRail(StoreStatus store)
    {
        if (store.Problem is { } problem)
            yield return new(Tone.Bad, "", problem);

        if (Damage(store) is { } damage)
            yield return new(Tone.Warn, "", damage);
    }

    /// <summary>Counts what was set aside, in words; null when nothing was.</summary>
    private static string? Damage(StoreStatus store) => store.Damaged switch
    {
        0 => null,
        1 => "One damaged piece of history was set aside",
        var many => $"{Unit.Write(many)} damaged pieces of history were set aside",
    };
}
