using System.Data.Common;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Caching;

/// <summary>Keeps what services answered: in memory, then in the database, then asks. Also that there was nothing.</summary>
/// <remarks>Each thing has an entry of its own, so that it is found whatever else was asked for with it, and in which order.</remarks>
internal sealed partial class ProviderCache(AnswerStore store, IOptions<CacheOptions> options, TimeProvider time, ILogger<ProviderCache> logger) : IAnswerCache
{
    /// <summary>How long a stale answer is kept for the case that its service fails.</summary>
    private static readonly TimeSpan s_usefulWhenStale = TimeSpan.FromDays(30);

    private static readonly TimeSpan s_betweenPrunings = TimeSpan.FromHours(24);

    private readonly AnswerMemory _memory = new(options.Value.MemoryEntries);
    private readonly FetchTurns _turns = new();
    private readonly TimeSpan _life = TimeSpan.FromHours(options.Value.TtlHours);
    private long _prunedAtMs;

    /// <summary>How much is kept, and how often that helped since the start.</summary>
    public async Task<CacheFigures> CountAsync(CancellationToken cancellationToken) => new(
        _memory.Count, options.Value.MemoryEntries, await store.CountAsync(cancellationToken), Hits.Total.Found, Hits.Total.Asked - Hits.Total.Found);

    /// <summary>How many things were asked for, and how many were kept and still good.</summary>
    public HitTally Hits { get; } = new();

    public async Task<CachedAnswers> GetAsync(
        string kind,
        IReadOnlyCollection<string> ids,
        Func<IReadOnlyList<string>, CancellationToken, Task<FetchedAnswers>> fetch,
        CancellationToken cancellationToken)
    {
        var prefix = $"{kind}/";
        var now = time.GetUtcNow();
        var kept = await FindKeptAsync([.. ids.Select(id => prefix + id)], cancellationToken);
        var answers = kept.Where(answer => answer.Value.IsFreshAt(now)).ToDictionary(static answer => answer.Key, static answer => answer.Value.ToAnswer(isStale: false), StringComparer.Ordinal);
        Hits.Count(ids.Count, answers.Count);
        ProviderException? stopped = null;
        for (var missing = Missing(); missing.Count > 0 && stopped is null; missing = Missing())
        {
            var (own, others) = _turns.Claim(missing);
            if (own.Count > 0)
            {
                Take(await FetchAsync(prefix, own, fetch, cancellationToken));
            }

            foreach (var other in others)
            {
                Take(await other.WaitAsync(cancellationToken));
            }
        }

        foreach (var key in Missing())
        {
            // An old "there is nothing" is no answer: it may have come since.
            if (kept.TryGetValue(key, out var stale) && stale.Body is not null)
            {
                answers.Add(key, stale.ToAnswer(isStale: true));
            }
        }

        return new CachedAnswers(answers.ToDictionary(answer => answer.Key[prefix.Length..], static answer => answer.Value, StringComparer.Ordinal), stopped);

        List<string> Missing() => [.. ids.Select(id => prefix + id).Where(key => !answers.ContainsKey(key))];

        void Take(CachedAnswers? brought)
        {
            foreach (var (key, answer) in brought?.Answers ?? new Dictionary<string, CachedAnswer>(StringComparer.Ordinal))
            {
                answers[key] = answer;
            }

            stopped ??= brought?.Stopped;
        }
    }

    /// <summary>Has everything under keys that begin so fetched anew when it is next needed; should that fail, the old answer still serves.</summary>
    /// <param name="prefix">For example <c>reccobeats/</c>, or empty for all.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task ForgetAsync(string prefix, CancellationToken cancellationToken) => ExpireAsync(prefix, "", cancellationToken);

    /// <summary>Like <see cref="ForgetAsync"/>, for all that is kept about the track or artist with this id.</summary>
    public Task ForgetIdAsync(string spotifyId, CancellationToken cancellationToken) => ExpireAsync("", $"/{spotifyId}", cancellationToken);

    private async Task ExpireAsync(string begin, string end, CancellationToken cancellationToken)
    {
        await store.ExpireAsync(begin, end, time.GetUtcNow(), cancellationToken);
        _memory.Forget(key => key.StartsWith(begin, StringComparison.Ordinal) && key.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>What is kept, the stale too.</summary>
    private async Task<Dictionary<string, KeptAnswer>> FindKeptAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var kept = FindFresh(keys);
        if (kept.Count < keys.Count)
        {
            foreach (var (key, answer) in await store.FindAsync([.. keys.Where(key => !kept.ContainsKey(key))], cancellationToken))
            {
                kept.Add(key, answer);
                _memory.Set(key, answer);
            }
        }

        return kept;
    }

    /// <summary>What memory holds that is not stale.</summary>
    private Dictionary<string, KeptAnswer> FindFresh(IReadOnlyList<string> keys)
    {
        var now = time.GetUtcNow();
        var fresh = new Dictionary<string, KeptAnswer>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (_memory.TryGet(key, out var answer) && answer.IsFreshAt(now))
            {
                fresh.TryAdd(key, answer);
            }
        }

        return fresh;
    }

    private async Task<CachedAnswers> FetchAsync(
        string prefix,
        IReadOnlyList<string> keys,
        Func<IReadOnlyList<string>, CancellationToken, Task<FetchedAnswers>> fetch,
        CancellationToken cancellationToken)
    {
        CachedAnswers? brought = null;
        try
        {
            // Whoever had the turn before may have brought some of it between our look and our turn.
            var kept = FindFresh(keys);
            var wanted = keys.Where(key => !kept.ContainsKey(key)).Select(key => key[prefix.Length..]).ToList();
            var fetched = wanted.Count > 0 ? await fetch(wanted, cancellationToken) : new FetchedAnswers(new Dictionary<string, string?>(StringComparer.Ordinal), Stopped: null);
            var now = time.GetUtcNow();
            var news = fetched.Bodies.ToDictionary(body => prefix + body.Key, body => new KeptAnswer(body.Value, now, now + _life), StringComparer.Ordinal);
            foreach (var (key, answer) in news)
            {
                _memory.Set(key, answer);
                kept[key] = answer;
            }

            brought = new CachedAnswers(
                kept.ToDictionary(static answer => answer.Key, static answer => answer.Value.ToAnswer(isStale: false), StringComparer.Ordinal),
                fetched.Stopped ?? (keys.All(kept.ContainsKey) ? null : throw new InvalidOperationException($"Not all that was asked for under {prefix} was answered.")));
            await StoreAsync(news, cancellationToken);
            return brought;
        }
        finally
        {
            _turns.End(keys, brought);
        }
    }

    private async Task StoreAsync(Dictionary<string, KeptAnswer> answers, CancellationToken cancellationToken)
    {
        try
        {
            if (answers.Count > 0)
            {
                await store.StoreAsync(answers, cancellationToken);
            }

            var now = time.GetUtcNow();
            var last = Interlocked.Read(ref _prunedAtMs);
            if (now - DateTimeOffset.FromUnixTimeMilliseconds(last) >= s_betweenPrunings
                && Interlocked.CompareExchange(ref _prunedAtMs, now.ToUnixTimeMilliseconds(), last) == last)
            {
                await store.PruneAsync(now - s_usefulWhenStale, cancellationToken);
            }
        }
        catch (DbException exception)
        {
            // The answer was paid for with a call; it must not be lost to a busy database.
            LogNotStored(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Answers from outside could not be stored; they are kept in memory only")]
    private partial void LogNotStored(Exception exception);
}
