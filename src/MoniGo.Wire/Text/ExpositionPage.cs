using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>Decides which families a page has, so that no name on it stands for two things.</summary>
/// <remarks>
/// Names are taken in the order of arrival. A family that falls onto a taken name joins the earlier one when type and unit
/// agree, and is left out otherwise; the same in both formats, so what a scraper stores never depends on what it accepts.
/// </remarks>
internal sealed class ExpositionPage
{
    private const int MostRemembered = 8_192;
    private readonly Dictionary<InstrumentInfo, ExpositionName> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Entry> _claims = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];
    private readonly List<(InstrumentInfo Instrument, string Winner)> _leftOut = [];

    /// <summary>Gets the families of the page.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Gets the instruments left out, each with the name that was taken.</summary>
    public IReadOnlyList<(InstrumentInfo Instrument, string Taken)> LeftOut => _leftOut;

    /// <summary>Starts a page.</summary>
    public void Begin()
    {
        _claims.Clear();
        _entries.Clear();
        _leftOut.Clear();
        if (_names.Count > MostRemembered)
            _names.Clear();

        Claim(ExpositionName.Target, new(ExpositionName.Target, ""));
    }

    /// <summary>Adds the samples of one instrument.</summary>
    public void Add(SampleFamily family)
    {
        var name = NameOf(family.Instrument);
        if (_claims.TryGetValue(name.Family, out var entry) && entry.Name.Joins(name))
        {
            entry.Sources.Add(family);
            return;
        }

        foreach (var claim in name.Claims)
        {
            if (_claims.ContainsKey(claim))
            {
                _leftOut.Add((family.Instrument, claim));
                return;
            }
        }

        entry = new(name, family.Instrument.Description);
        entry.Sources.Add(family);
        _entries.Add(entry);
        Claim(name, entry);
    }

    private void Claim(ExpositionName name, Entry entry)
    {
        foreach (var claim in name.Claims)
            _claims.Add(claim, entry);
    }

    private ExpositionName NameOf(InstrumentInfo instrument)
    {
        if (!_names.TryGetValue(instrument, out var name))
            _names.Add(instrument, name = ExpositionName.Of(instrument));

        return name;
    }

    /// <summary>One family of the page, with the instruments that share it.</summary>
    internal sealed record Entry(ExpositionName Name, string Help)
    {
        /// <summary>Gets the instruments' samples, in order of arrival.</summary>
        public List<SampleFamily> Sources { get; } = [];
    }
}
