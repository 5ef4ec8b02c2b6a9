namespace SpotifyDashboard.Storage.Leases;

/// <summary>Under which lease the running code works: entered once by whoever holds it, and carried along by every call made in it.</summary>
/// <remarks>Every write of that code, through <see cref="StorageWriter"/> or a context, is refused once the lease was lost (<see cref="LeaseGuard"/>).</remarks>
public sealed class LeaseScope
{
    private readonly AsyncLocal<Lease?> _lease = new();

    /// <summary>The lease; null: what is written depends on none.</summary>
    public Lease? Current => _lease.Value is { IsOver: false } lease ? lease : null;

    /// <summary>Until the answer is disposed, what the caller calls works under <paramref name="lease"/>.</summary>
    /// <param name="lease">The lease; null for what has to be stored whoever goes on with the work, such as a token that was just replaced.</param>
    public IDisposable Enter(Lease? lease)
    {
        var way = new Way(this, _lease.Value);
        _lease.Value = lease;
        return way;
    }

    private sealed class Way(LeaseScope scope, Lease? before) : IDisposable
    {
        public void Dispose() => scope._lease.Value = before;
    }
}
