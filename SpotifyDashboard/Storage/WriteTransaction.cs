using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Storage;

/// <summary>One transaction of the <see cref="StorageWriter"/>: everything in it is stored at <see cref="CommitAsync"/>, or nothing.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private const string RaiseCatalogue = "INSERT INTO catalogue (id, version) VALUES (0, 1) ON CONFLICT (id) DO UPDATE SET version = catalogue.version + 1";

    private readonly DashboardDbContext _context;
    private readonly DbTransaction _transaction;
    private readonly PlaysChanged _playsChanged;
    private readonly Action _endTurn;
    private readonly Lease? _lease;
    private readonly IDisposable? _leaseWrite;
    private readonly List<int> _removedListeners = [];
    private bool _changed;
    private bool _rewritten;
    private bool _catalogueChanged;
    private bool _demoChecked;
    private bool _disposed;

    internal WriteTransaction(DashboardDbContext context, DbTransaction transaction, int listenerId, PlaysChanged playsChanged, Lease? lease, Action endTurn)
    {
        _context = context;
        _transaction = transaction;
        _playsChanged = playsChanged;
        _endTurn = endTurn;
        _lease = lease;
        _leaseWrite = lease?.Write();
        ListenerId = listenerId;
    }

    /// <summary>Whose plays are written.</summary>
    public int ListenerId { get; }

    /// <summary>Makes a command in this transaction with parameters of the given names, without values; the caller prepares and disposes it.</summary>
    /// <param name="sql">SQL that both providers understand; names of tables and columns are snake_case and unquoted.</param>
    /// <param name="parameters">Names of the parameters without the leading <c>@</c>, in the order in which the caller sets their values.</param>
    public DbCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs one statement and returns the number of rows it touched.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Must be called before the first own play, saved or imported track is stored: it ends the demo and deletes its listener.</summary>
    /// <remarks>Before, not after: while hardly anything is stored, looking for what still refers to an invented track is cheap.</remarks>
    public async Task EndDemoAsync(CancellationToken cancellationToken)
    {
        if (_demoChecked)
        {
            return;
        }

        _demoChecked = true;
        await using var find = Command("SELECT id FROM listeners WHERE is_demo AND id <> @own", "own");
        find.Parameters[0].Value = ListenerId;
        if (await find.ExecuteScalarAsync(cancellationToken) is not { } found)
        {
            return;
        }

        _removedListeners.Add(Convert.ToInt32(found, System.Globalization.CultureInfo.InvariantCulture));
        await RemoveDemoAsync(this, cancellationToken);
    }

    /// <summary>Says that plays with ids above all others, or library tracks, were added.</summary>
    public void MarkAdded() => _changed = true;

    /// <summary>Says that plays were also removed or altered, so that a log in memory must be built anew.</summary>
    public void MarkRewritten() => _changed = _rewritten = true;

    /// <summary>Says that more is known of tracks, artists or albums, which all listeners share.</summary>
    public void MarkCatalogueChanged() => _catalogueChanged = true;

    /// <summary>Stores everything, then tells open pages of what changed.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_changed)
        {
            await using var raise = Command(
                _rewritten
                    ? "UPDATE listeners SET plays_version = plays_version + 1, rewritten_at_version = plays_version + 1 WHERE id = @id"
                    : "UPDATE listeners SET plays_version = plays_version + 1 WHERE id = @id",
                "id");
            raise.Parameters[0].Value = ListenerId;
            await raise.ExecuteNonQueryAsync(cancellationToken);
        }

        if (_lease is not null)
        {
            await _lease.ProlongAsync(_context.Database.GetDbConnection(), _transaction, cancellationToken);
        }

        if (_catalogueChanged)
        {
            await ExecuteAsync(RaiseCatalogue, cancellationToken);
        }

        await _transaction.CommitAsync(cancellationToken);
        if (_catalogueChanged)
        {
            _playsChanged.Publish(PlaysChanged.Everybody);
        }

        foreach (var removed in _removedListeners)
        {
            _playsChanged.Publish(removed);
        }

        if (_changed)
        {
            _playsChanged.Publish(ListenerId);
        }
    }

    /// <summary>Refuses to begin where the lease that the caller works under was lost.</summary>
    internal Task CheckLeaseAsync(CancellationToken cancellationToken) =>
        _lease?.CheckAsync(_context.Database.GetDbConnection(), _transaction, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Rolls back what was not committed and lets the next writer begin.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _leaseWrite?.Dispose();
        try
        {
            await _transaction.DisposeAsync();
            await _context.DisposeAsync();
        }
        finally
        {
            _endTurn();
        }
    }

    /// <summary>Deletes the demo listener with all that is theirs, and the tracks, albums and artists that were made up for them.</summary>
    internal static async Task RemoveDemoAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        string[] statements =
        [
            "DELETE FROM listeners WHERE is_demo",
            "DELETE FROM tracks WHERE is_invented",
            "DELETE FROM albums WHERE id NOT IN (SELECT album_id FROM tracks WHERE album_id IS NOT NULL)",
            "DELETE FROM artists WHERE id NOT IN (SELECT artist_id FROM tracks) AND id NOT IN (SELECT artist_id FROM albums)",
        ];
        foreach (var statement in statements)
        {
            await write.ExecuteAsync(statement, cancellationToken);
        }
    }
}
