using System.Data.Common;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>The right to do one thing, which one process has at a time. Renewed by itself while it is held; disposing gives it back.</summary>
/// <remarks>Whoever holds it may be late without knowing: what counts is the check within each transaction (<see cref="LeaseScope"/>).</remarks>
public sealed class Lease : IAsyncDisposable
{
    private readonly LeaseBook _book;
    private readonly CancellationTokenSource _lost = new();
    private int _openWrites;

    internal Lease(LeaseBook book, string name, long fence)
    {
        (_book, Name, Fence) = (book, name, fence);
        Lost = _lost.Token;
    }

    /// <summary>What is held, for example <c>poll:12</c>.</summary>
    public string Name { get; }

    /// <summary>The fencing number: every later holder has a higher one.</summary>
    public long Fence { get; }

    /// <summary>Ends when another process was found to have taken it over.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether it was given back.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Whether a transaction of it is under way: nobody can take it meanwhile.</summary>
    internal bool IsWriting => Volatile.Read(ref _openWrites) > 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!IsOver)
        {
            IsOver = true;
            await _book.ReleaseAsync(this);
            _lost.Dispose();
        }
    }

    /// <summary>Asks within a transaction whether it is still held, and keeps others from taking it until the transaction ends.</summary>
    /// <exception cref="LeaseLostException">It is not.</exception>
    internal Task CheckAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        _book.CheckAsync(this, connection, transaction, cancellationToken);

    /// <summary>Says that a transaction of it is under way, until disposed.</summary>
    internal IDisposable Write() => new OpenWrite(this);

    /// <summary>Counts as its last renewal, within a transaction that is about to be committed.</summary>
    internal Task ProlongAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        _book.ProlongAsync(connection, transaction, cancellationToken);

    internal void Lose()
    {
        try
        {
            _lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Given back in the same moment.
        }
    }

    private sealed class OpenWrite : IDisposable
    {
        private readonly Lease _lease;

        public OpenWrite(Lease lease) => Interlocked.Increment(ref (_lease = lease)._openWrites);

        public void Dispose() => Interlocked.Decrement(ref _lease._openWrites);
    }
}
