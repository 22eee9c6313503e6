using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>One place of a stream's last replayed tick: the beginning of a family, or a sample.</summary>
/// <param name="Kind">Which of both.</param>
/// <param name="Instrument">The family's instrument; of a sample, that of its series.</param>
/// <param name="Sample">The sample; nothing for a family.</param>
internal readonly record struct WalItem(WalItemKind Kind, InstrumentInfo Instrument, Sample Sample);
