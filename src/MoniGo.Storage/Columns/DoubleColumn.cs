using System.Buffers;
using System.Runtime.InteropServices;

namespace MoniGo.Storage;

/// <summary>The bytes of a column of doubles: integers in a number space (FORMAT.md, "Column").</summary>
internal static class DoubleColumn
{
    private const int SpaceMask = 0xF;
    private const int IsRelative = 0x80;

    /// <summary>Writes a column; one without values has no bytes.</summary>
    public static void Write(ReadOnlySpan<double> values, ByteWriter into) => Write(values, [], into);

    /// <summary>Writes a column as it is or relative to another one, whichever is smaller.</summary>
    /// <param name="values">The values.</param>
    /// <param name="reference">A column of the same length that is known when reading, or none.</param>
    /// <param name="into">Where the bytes go.</param>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> reference, ByteWriter into)
    {
        var scratch = ArrayPool<long>.Shared.Rent(2 * values.Length);
        var numbers = scratch.AsSpan(0, values.Length);
        var errors = scratch.AsSpan(values.Length, values.Length);
        if (NumberSpace.TryDecimal(values, numbers, out var space))
        {
            WriteSmaller(numbers, reference, space, space.Code, into);
        }
        else if (NumberSpace.TryNearlyDecimal(values, numbers, errors, out space))
        {
            WriteSmaller(numbers, reference, space, NumberSpace.Nearly, into);
            into.Byte((byte)space.Code);
            LongColumn.Write(errors, into);
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
                numbers[i] = NumberSpace.ToOrdered(values[i]);

            WriteSmaller(numbers, reference, space, NumberSpace.Ordered, into);
        }

        ArrayPool<long>.Shared.Return(scratch);
    }

    /// <summary>Reads a column of as many values as there is room for.</summary>
    public static void Read(ref ByteReader from, Span<double> values) => Read(ref from, [], values);

    /// <summary>Reads a column that may be relative to another one.</summary>
    public static void Read(ref ByteReader from, ReadOnlySpan<double> reference, Span<double> values)
    {
        if (values.Length == 0)
            return;

        var numbers = MemoryMarshal.Cast<double, long>(values);
        var first = from.Byte();
        var code = first & SpaceMask;
        if (code is > NumberSpace.MaxDecimals and < NumberSpace.Nearly)
            throw new DamagedDataException($"There is no number space {code}.");

        LongColumn.Read(ref from, first, numbers);
        var space = new NumberSpace(code == NumberSpace.Nearly ? from.Varint(NumberSpace.MaxDecimals) : code);
        if ((first & IsRelative) != 0)
            Add(reference, space, numbers);

        space.ToDoubles(numbers);
        if (code == NumberSpace.Nearly)
            ReadErrors(ref from, values);
    }

    private static void WriteSmaller(Span<long> numbers, ReadOnlySpan<double> reference, NumberSpace space, int code, ByteWriter into)
    {
        var start = into.Length;
        LongColumn.Write(numbers, into, code);
        if (reference.Length == 0)
            return;

        for (var i = 0; i < numbers.Length; i++)
            numbers[i] -= space.Nearest(reference[i]);

        var relative = into.Length;
        LongColumn.Write(numbers, into, code | IsRelative);
        if (into.Length - relative < relative - start)
            into.Remove(start, relative - start);
        else
            into.Truncate(relative);
    }

    private static void Add(ReadOnlySpan<double> reference, NumberSpace space, Span<long> numbers)
    {
        if (reference.Length != numbers.Length)
            throw new DamagedDataException("A column is relative to one that is not there.");

        for (var i = 0; i < numbers.Length; i++)
            numbers[i] += space.Nearest(reference[i]);
    }

    private static void ReadErrors(ref ByteReader from, Span<double> values)
    {
        var scratch = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            var errors = scratch.AsSpan(0, values.Length);
            LongColumn.Read(ref from, errors);
            for (var i = 0; i < errors.Length; i++)
                values[i] = NumberSpace.FromOrdered(NumberSpace.ToOrdered(values[i]) + errors[i]);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }
}
