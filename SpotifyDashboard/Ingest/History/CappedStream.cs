namespace SpotifyDashboard.Ingest.History;

/// <summary>Stops a zip bomb: gives what an archive's entry unpacks to, up to a limit that no real export reaches.</summary>
/// <remarks>
/// Histories unpack to some 13 times their size. What the archive itself says of sizes is not believed; bytes are counted as they come.
/// </remarks>
internal sealed class CappedStream(Stream inner, long limit, Action<long> count) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int bytes)
    {
        _read += bytes;
        count(bytes);
        return _read <= limit
            ? bytes
            : throw new ImportException("it unpacks to far more than any real history, as a zip bomb does");
    }
}
