using System.Buffers;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Exporters;

/// <summary>Serves the latest snapshot to Prometheus-compatible scrapers.</summary>
/// <remarks>Thread-safe. A page is encoded once per tick and format, however many ask; between ticks an answer is one look-up.</remarks>
internal sealed class PrometheusScrape(ISnapshotFeed feed, TimeProvider time) : IExporterStatusSource
{
    /// <summary>Name of this exporter in the list of exporters.</summary>
    public const string Name = "prometheus";

    private readonly Lock _encoding = new();
    private readonly ExpositionWriter _writer = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Cached?[] _cached = new Cached?[2];
    private long _total;
    private long _lastSuccess;

    /// <inheritdoc />
    public ExporterStatus Status
    {
        get
        {
            var last = Interlocked.Read(ref _lastSuccess);
            return new(
                Name,
                IsPush: false,
                Interlocked.Read(ref _total),
                last == 0 ? null : new DateTimeOffset(last, TimeSpan.Zero));
        }
    }

    /// <summary>Gives the page for an Accept header; before the first tick a valid page without families.</summary>
    public ScrapePage Read(string? accept)
    {
        var format = AcceptHeader.Choose(accept);
        var snapshot = feed.Latest;
        var cached = Volatile.Read(ref _cached[(int)format]);
        return cached is not null && ReferenceEquals(cached.Snapshot, snapshot) ? cached.Page : Encode(format, snapshot);
    }

    /// <summary>Counts a page that was handed out.</summary>
    public void CountSuccess()
    {
        Interlocked.Increment(ref _total);
        Interlocked.Exchange(ref _lastSuccess, time.GetUtcNow().UtcTicks);
    }

    private ScrapePage Encode(ExpositionFormat format, Snapshot? snapshot)
    {
        lock (_encoding)
        {
            // Somebody else may have encoded it while we waited.
            if (_cached[(int)format] is { } cached && ReferenceEquals(cached.Snapshot, snapshot))
                return cached.Page;

            _buffer.ResetWrittenCount();
            _writer.Write(format, snapshot, snapshot is null ? [] : MoniGoNames.Of(snapshot), _buffer);
            var page = new ScrapePage(ContentTypeOf(format), _buffer.WrittenSpan.ToArray());
            Volatile.Write(ref _cached[(int)format], new(snapshot, page));
            return page;
        }
    }

    private static string ContentTypeOf(ExpositionFormat format) => format == ExpositionFormat.OpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    private sealed record Cached(Snapshot? Snapshot, ScrapePage Page);
}
