using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Makes bytes that nobody wrote, and lets readers have a go at them.</summary>
internal static class Damage
{
    /// <summary>Reads; anything thrown but <see cref="DamagedDataException"/> fails the test.</summary>
    public static void Try(byte[] bytes, Action<byte[]> read)
    {
        try
        {
            read(bytes);
        }
        catch (DamagedDataException)
        {
            // That is what a reader may say.
        }
    }

    /// <summary>Flips some bits, and cuts some copies short.</summary>
    public static byte[] Flip(byte[] bytes, Random random)
    {
        for (var flips = random.Next(1, 4); flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 16))] ^= (byte)(1 << random.Next(8));

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    public static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }
}
