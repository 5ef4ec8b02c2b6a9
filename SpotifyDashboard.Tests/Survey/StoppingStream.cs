namespace SpotifyDashboard.Tests.Survey;

/// <summary>Cancels the reading once all was read: what stores it then is stopped in the middle.</summary>
internal sealed class StoppingStream(byte[] content, CancellationTokenSource stop) : MemoryStream(content)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            await stop.CancelAsync();
        }

        return read;
    }
}
