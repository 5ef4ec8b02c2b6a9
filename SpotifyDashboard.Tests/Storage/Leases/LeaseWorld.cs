using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Tests.Storage.Leases;

/// <summary>Processes that want one lease, each with what it believes to hold and the write it may have begun.</summary>
internal sealed class LeaseWorld(IHost[] processes, string name)
{
    private readonly Lease?[] _leases = new Lease?[processes.Length];
    private readonly WriteTransaction?[] _writes = new WriteTransaction?[processes.Length];
    private readonly long[] _written = new long[processes.Length];
    private int _places;

    /// <summary>Writes that were stored.</summary>
    public int Stored { get; private set; }

    /// <summary>Writes that were stored although somebody else had the lease by then.</summary>
    public List<long> Late { get; } = [];

    /// <summary>Numbers that were given out, in order.</summary>
    public List<long> Fences { get; } = [];

    public async Task StepAsync(string step, int process, CancellationToken cancellationToken)
    {
        // There is one writer: who would have to wait for another's open write, waits.
        var isOpen = Array.Exists(_writes, static write => write is not null);
        switch (step)
        {
            case "take" when !isOpen || IsPostgres:
                await TakeAsync(process, cancellationToken);
                break;
            case "renew" when !isOpen || IsPostgres:
                await Book(process).RenewAsync(cancellationToken);
                break;
            case "release" when !isOpen && _leases[process] is { } lease:
                await lease.DisposeAsync();
                _leases[process] = null;
                break;
            case "write" when !isOpen:
                await BeginAsync(process, cancellationToken);
                await CommitAsync(process, cancellationToken);
                break;
            case "begin" when !isOpen:
                await BeginAsync(process, cancellationToken);
                break;
            case "commit":
                await CommitAsync(process, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>Rolls back what is open and gives everything back.</summary>
    public async Task EndAsync()
    {
        foreach (var write in _writes.OfType<WriteTransaction>())
        {
            await write.DisposeAsync();
        }

        foreach (var lease in _leases.OfType<Lease>())
        {
            await lease.DisposeAsync();
        }
    }

    private bool IsPostgres => processes[0].Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Postgres;

    private async Task TakeAsync(int process, CancellationToken cancellationToken)
    {
        if (await Book(process).TakeAsync(name, cancellationToken) is { } lease)
        {
            Fences.Add(lease.Fence);
            _leases[process] = lease;
        }
    }

    private async Task BeginAsync(int process, CancellationToken cancellationToken)
    {
        if (_leases[process] is not { } lease)
        {
            return;
        }

        using var inside = processes[process].Services.GetRequiredService<LeaseScope>().Enter(lease);
        try
        {
            var write = await processes[process].Services.GetRequiredService<StorageWriter>().BeginAsync(listenerId: 0, cancellationToken);
            await write.ExecuteAsync($"INSERT INTO written (place, fence) VALUES ({++_places}, {lease.Fence})", cancellationToken);
            (_writes[process], _written[process]) = (write, lease.Fence);
        }
        catch (LeaseLostException)
        {
            _leases[process] = null;
        }
    }

    private async Task CommitAsync(int process, CancellationToken cancellationToken)
    {
        if (_writes[process] is not { } write)
        {
            return;
        }

        _writes[process] = null;
        await write.CommitAsync(cancellationToken);
        await write.DisposeAsync();
        Stored++;
        if (_written[process] != Fences[^1])
        {
            Late.Add(_written[process]);
        }
    }

    private LeaseBook Book(int process) => processes[process].Services.GetRequiredService<LeaseBook>();
}
