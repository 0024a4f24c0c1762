namespace OctaEInvoice.Tests.Journal;

/// <summary>A file on a disk with so much room and no more: the write that meets its end is done in part.</summary>
internal sealed class FillingDisk(string path, long room) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1)
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        int fits = (int)Math.Clamp(room - Position, 0, count);
        base.Write(buffer, offset, fits);
        if (fits < count)
            throw new IOException("No space left on device");
    }
}
