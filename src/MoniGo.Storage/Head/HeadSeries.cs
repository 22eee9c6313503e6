using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>One series of a stream: compressed blocks, and a tail of rows that are still open.</summary>
/// <remarks>Not thread-safe. Blocks never change and their list is only ever appended to, so pictures share both.</remarks>
internal abstract class HeadSeries
{
    private HeadBlock[] _blocks = [];
    private int _blockCount;
    private int[] _rows = []; // used while the tail has gaps
    private bool _isSparse;
    private int _room;
    private int _first;
    private int _last = -1;

    /// <summary>Makes a series.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="ordinal">Number of the series within its stream, which decides when its first block is full.</param>
    /// <param name="desk">Where it counts its bytes.</param>
    protected HeadSeries(SeriesKey key, int ordinal, HeadDesk desk)
    {
        // Series that start together fill their blocks together; a first block of any length lets each tick compress a few.
        (Key, _room) = (key, Head.BlockRows - (ordinal % Head.BlockRows));
        desk.Bytes += HeadWeight.Series + HeadWeight.Of(key);
    }

    public SeriesKey Key { get; }

    /// <summary>Gets or sets the series that came after this one in the tick before.</summary>
    public HeadSeries? Next { get; set; }

    /// <summary>Gets the number of rows in the tail.</summary>
    protected int Count { get; private set; }

    /// <summary>Makes a series of the kind of the key.</summary>
    public static HeadSeries Of(SeriesKey key, int ordinal, HeadDesk desk) =>
        key.Instrument.Kind == InstrumentKind.Histogram ? new HistogramHeadSeries(key, ordinal, desk) : new NumberHeadSeries(key, ordinal, desk);

    /// <summary>Tells whether a sample can be kept here: a name may have changed between numbers and histograms.</summary>
    public abstract bool Fits(in Sample sample);

    /// <summary>Adds the sample of a row, or replaces that of the last row.</summary>
    public void Add(in Sample sample, int row, HeadDesk desk)
    {
        if (row == _last)
        {
            Replace(sample, desk);
            return;
        }

        if (Count == _room)
            Compress(desk);

        NoteRow(row, desk);
        Append(sample, desk);
        Count++;
        _last = row;
    }

    /// <summary>Pictures the rows as they are now.</summary>
    public SeriesPicture Picture() =>
        new(Key, new(_blocks, 0, _blockCount), _first, Count, _isSparse ? _rows.AsSpan(0, Count).ToArray() : null, PictureTail());

    protected abstract void Append(in Sample sample, HeadDesk desk);

    protected abstract void Replace(in Sample sample, HeadDesk desk);

    protected abstract IHeadTail PictureTail();

    /// <summary>Hands the tail over for compressing, and empties it.</summary>
    protected abstract void TakeTail(HeadDesk desk);

    /// <summary>Finds how much room a tail of a length gets: little for series that are rarely seen.</summary>
    protected static int RoomFor(int count) => count < 2 ? 2 : count < 8 ? 8 : count < 30 ? 30 : Head.BlockRows;

    private void NoteRow(int row, HeadDesk desk)
    {
        if (Count == 0)
            (_first, _isSparse) = (row, false);
        else if (!_isSparse && row != _last + 1)
            BeginGaps(desk);

        if (!_isSparse)
            return;

        if (_rows.Length == Count)
            _rows = desk.Grow(_rows, RoomFor(Count), sizeof(int));

        _rows[Count] = row;
    }

    private void BeginGaps(HeadDesk desk)
    {
        _isSparse = true;
        if (_rows.Length < Count)
            _rows = desk.Grow(_rows, RoomFor(Count), sizeof(int));

        for (var i = 0; i < Count; i++)
            _rows[i] = _first + i;
    }

    private void Compress(HeadDesk desk)
    {
        desk.Rows.Begin(Count);
        desk.Rows.IsDense = !_isSparse;
        for (var i = 0; i < Count && _isSparse; i++)
            desk.Rows.Rows[i] = _rows[i] - _first;

        TakeTail(desk);
        desk.Writer.Clear();
        var span = _last - _first + 1;
        SeriesCodec.Write(desk.Rows, span, Key.Instrument.Kind, isRolledUp: false, desk.Writer);
        AddBlock(new(_first, span, Count, desk.Writer.ToArray()), desk);
        (Count, _room) = (0, Head.BlockRows);
    }

    private void AddBlock(HeadBlock block, HeadDesk desk)
    {
        if (_blocks.Length == _blockCount)
            _blocks = desk.Grow(_blocks, _blockCount < 4 ? 4 : _blockCount * 2, HeadWeight.Block);

        _blocks[_blockCount++] = block;
        desk.Bytes += HeadWeight.Array + block.Bytes.Length;
    }
}
