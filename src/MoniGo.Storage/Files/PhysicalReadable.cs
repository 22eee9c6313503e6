using Microsoft.Win32.SafeHandles;

namespace MoniGo.Storage;

/// <summary>A file of the machine that is read at any place.</summary>
internal sealed class PhysicalReadable(SafeFileHandle handle) : IReadableFile
{
    public long Length
    {
        get
        {
            try
            {
                return RandomAccess.GetLength(handle);
            }
            catch (ObjectDisposedException closed)
            {
                throw new IOException("The file is closed.", closed);
            }
        }
    }

    public int Read(long offset, Span<byte> into)
    {
        if (offset < 0)
            return 0;

        try
        {
            var read = 0;
            while (read < into.Length && RandomAccess.Read(handle, into[read..], offset + read) is > 0 and var more)
                read += more;

            return read;
        }
        catch (ObjectDisposedException closed)
        {
            throw new IOException("The file is closed.", closed);
        }
    }

    public void Dispose() => handle.Dispose();
}
