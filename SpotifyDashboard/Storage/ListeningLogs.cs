using System.Globalization;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Holds one <see cref="ListeningLog"/> per listener for all who read, and extends it when plays arrive.</summary>
/// <remarks>
/// A log is looked at again after <see cref="PlaysChanged"/> named its listener, in this process or through the watcher of others; until
/// then it is handed out without a question to the database. Concurrent callers share one load; one that failed is forgotten.
/// </remarks>
public sealed class ListeningLogs : IDisposable
{
    private const long BytesPerMb = 1024 * 1024;

    private readonly ListeningLogLoader _loader;
    private readonly long _budget;
    private readonly IDisposable _subscription;
    private readonly IDisposable _goneSubscription;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Entry> _entries = [];
    private long _uses;

    internal ListeningLogs(ListeningLogLoader loader, IOptions<ListeningLogOptions> options, PlaysChanged playsChanged, ListenerGone listenerGone)
    {
        _loader = loader;
        _budget = options.Value.LogBudgetMb * BytesPerMb;
        _subscription = playsChanged.Subscribe(MarkStale);
        _goneSubscription = listenerGone.Subscribe(Drop);
    }

    /// <summary>The plays of <paramref name="listenerId"/>; an empty log where there is no such listener.</summary>
    /// <param name="listenerId">Whose plays.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not the load that others may wait for.</param>
    public Task<ListeningLog> GetAsync(int listenerId, CancellationToken cancellationToken) => GetAsync(listenerId, atLeast: 0, cancellationToken);

    /// <summary>The plays of <paramref name="listenerId"/> at a version that the caller has read, or a later one, whether the news of it has come or not.</summary>
    /// <param name="listenerId">Whose plays.</param>
    /// <param name="atLeast">The <see cref="ListeningLog.Version"/> that it must have reached.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not the load that others may wait for.</param>
    public async Task<ListeningLog> GetAsync(int listenerId, long atLeast, CancellationToken cancellationToken)
    {
        var log = await GetOnceAsync(listenerId, atLeast, cancellationToken);

        // A first load that others began may have looked just before.
        return log.Version >= atLeast ? log : await GetOnceAsync(listenerId, atLeast, cancellationToken);
    }

    /// <summary>How often a log was asked for, and how often it was at hand.</summary>
    internal HitTally Hits { get; } = new();

    /// <summary>How much memory the logs take that are held.</summary>
    internal long HeldBytes
    {
        get
        {
            lock (_gate)
            {
                return SizeBytes();
            }
        }
    }

    /// <summary>How many logs are held and how much memory they take, in words.</summary>
    public string Describe()
    {
        lock (_gate)
        {
            var held = _entries.Values.Count(entry => entry.Log is not null);
            return string.Create(CultureInfo.InvariantCulture, $"{held} listening log{(held == 1 ? "" : "s")}, {SizeBytes() / (double)BytesPerMb:0.#} MB.");
        }
    }

    /// <summary>Lets go of every log that is not being read just now; each is read again when it is next needed.</summary>
    public void Empty()
    {
        lock (_gate)
        {
            foreach (var listenerId in _entries.Where(static pair => pair.Value.Loading is null).Select(static pair => pair.Key).ToList())
            {
                _entries.Remove(listenerId);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription.Dispose();
        _goneSubscription.Dispose();
        lock (_gate)
        {
            _closed.Cancel();
            _entries.Clear();
        }

        _closed.Dispose();
    }

    private async Task<ListeningLog> GetOnceAsync(int listenerId, long atLeast, CancellationToken cancellationToken)
    {
        Entry entry;
        Task<ListeningLog> load;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
            if (!_entries.TryGetValue(listenerId, out var known))
            {
                known = new Entry();
                _entries.Add(listenerId, known);
            }

            entry = known;
            entry.LastUse = ++_uses;
            entry.IsStale |= entry.Log?.Version < atLeast;
            Hits.Count(asked: 1, found: entry is { IsStale: false, Log: not null } ? 1 : 0);
            load = entry switch
            {
                { IsStale: false, Loading: { } loading } => loading,
                { IsStale: false, Log: { } log } => Task.FromResult(log),
                _ => StartLoad(listenerId, entry),
            };
        }

        return await load.WaitApartAsync(cancellationToken);
    }

    private Task<ListeningLog> StartLoad(int listenerId, Entry entry)
    {
        // A change announced from here on may be missed by this load: it marks the entry, and who asks then waits for the next one.
        entry.IsStale = false;
        var round = ++entry.Round;
        var before = entry.Loading ?? Task.CompletedTask;
        var token = _closed.Token;

        // The log is everybody's who may see it: it must not be loaded as the visitor who happened to ask first.
        using var house = ExecutionContext.SuppressFlow();
        return entry.Loading = Task.Run(() => LoadAfterAsync(before, listenerId, entry, round, token), token);
    }

    private async Task<ListeningLog> LoadAfterAsync(Task before, int listenerId, Entry entry, int round, CancellationToken cancellationToken)
    {
        // What became of it is told to those who waited for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            var log = Load(listenerId, entry, cancellationToken);
            lock (_gate)
            {
                entry.Log = log;
                EndRound(entry, round);
                DropBeyondBudget(listenerId);
            }

            return log;
        }
        catch
        {
            lock (_gate)
            {
                entry.IsStale = true;
                EndRound(entry, round);
            }

            throw;
        }
    }

    private ListeningLog Load(int listenerId, Entry entry, CancellationToken cancellationToken)
    {
        using var step = ProgramTrace.Begin(ProgramTrace.LogLoad);
        return _loader.Load(listenerId, Known(entry), cancellationToken);
    }

    private ListeningLog? Known(Entry entry)
    {
        lock (_gate)
        {
            return entry.Log;
        }
    }

    private static void EndRound(Entry entry, int round)
    {
        if (entry.Round == round)
        {
            entry.Loading = null;
        }
    }

    private void MarkStale(int listenerId)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Where(pair => pair.Key == listenerId || listenerId == PlaysChanged.Everybody).Select(static pair => pair.Value))
            {
                entry.IsStale = true;
            }
        }
    }

    private void Drop(int listenerId)
    {
        lock (_gate)
        {
            _entries.Remove(listenerId);
        }
    }

    private void DropBeyondBudget(int inUse)
    {
        var size = SizeBytes();
        if (size <= _budget)
        {
            return;
        }

        var oldestFirst = _entries.Where(pair => pair.Key != inUse && pair.Value.Loading is null)
            .OrderBy(pair => pair.Value.LastUse)
            .ToList();
        foreach (var (listenerId, entry) in oldestFirst.TakeWhile(_ => size > _budget))
        {
            size -= entry.Log?.SizeBytes ?? 0;
            _entries.Remove(listenerId);
        }
    }

    private long SizeBytes() => _entries.Values.Sum(entry => entry.Log?.SizeBytes ?? 0);

    /// <summary>What is known of one listener; changed under the gate only.</summary>
    private sealed class Entry
    {
        public ListeningLog? Log { get; set; }

        public Task<ListeningLog>? Loading { get; set; }

        /// <summary>Whether a change was announced since the last load began; a new entry has nothing to be stale.</summary>
        public bool IsStale { get; set; }

        /// <summary>Number of the last load that was begun.</summary>
        public int Round { get; set; }

        public long LastUse { get; set; }
    }
}
