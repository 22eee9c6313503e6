using System.Numerics;

namespace MoniGo.Workloads;

/// <summary>Random numbers (xoshiro256**) that are the same on every runtime and for ever.</summary>
public sealed class Xoshiro
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts a sequence of its own for each pair of seed and lane.</summary>
    public Xoshiro(long seed, long lane = 0)
    {
        var state = (ulong)seed + ((ulong)lane * 0xD1342543DE82EF95);
        (_a, _b, _c, _d) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>Draws 64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Draws a number from 0 to below 1.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws an integer from 0 to below a width; no rejection, whose bias nothing here could show.</summary>
    public long NextBelow(long width) => (long)Math.BigMul(Next(), (ulong)width, out _);

    private static ulong SplitMix(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
