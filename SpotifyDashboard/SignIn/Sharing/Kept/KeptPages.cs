using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>Holds the documents that visitors ask for, ready to send, so that a crowd costs what a copy costs.</summary>
/// <remarks>
/// A page is sent unasked for one second; then who asks next has it looked at again: one question to the database whether it is still granted and still drawn from the
/// same (<see cref="PageStamp"/>). So whatever another process changed, withdrew or deleted shows within a second, and without any news. What this process changed
/// shows at once: the news puts the pages of that listener in doubt. Only what was granted is kept, under names this program writes itself; addresses made up by strangers take no room.
/// </remarks>
internal sealed class KeptPages : IDisposable
{
    /// <summary>How many pages are held.</summary>
    public const int Most = 256;

    private const long MostBytes = 32L * 1024 * 1024;

    private static readonly TimeSpan s_sure = TimeSpan.FromSeconds(1);

    /// <summary>Drawn anew after this time in any case, should something have changed without a trace.</summary>
    private static readonly TimeSpan s_drawnAnew = TimeSpan.FromMinutes(1);

    private readonly PageDrawing _drawing;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly IDisposable?[] _subscriptions;
    private long _uses;

    public KeptPages(PageDrawing drawing, PlaysChanged plays, ListenerChanged listeners, ListenerGone gone, IOptionsMonitor<AccessOptions> options, TimeProvider time)
    {
        (_drawing, _time) = (drawing, time);
        _subscriptions = [plays.Subscribe(Doubt), listeners.Subscribe(Doubt), gone.Subscribe(Doubt), options.OnChange(_ => Doubt(_ => true))];
    }

    /// <summary>The page under <paramref name="key"/> where it may be sent without a question; null otherwise.</summary>
    public KeptPage? FindSure(string key)
    {
        lock (_gate)
        {
            return _slots.TryGetValue(key, out var slot) && IsSure(slot) ? Used(slot).Page : null;
        }
    }

    /// <summary>The page under <paramref name="key"/> as it is now; null where nothing is granted.</summary>
    /// <param name="key">Names the page and its choices, always in the same way.</param>
    /// <param name="grant">Finds out what is granted, in a question to the database.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not the drawing that others may wait for.</param>
    public async Task<KeptPage?> GetAsync(string key, Func<CancellationToken, Task<GrantedPage?>> grant, CancellationToken cancellationToken)
    {
        if (!IsHeld(key) && await grant(cancellationToken) is null)
        {
            return null;
        }

        Task<KeptPage?> look;
        lock (_gate)
        {
            if (!_slots.TryGetValue(key, out var slot))
            {
                _slots.Add(key, slot = new Slot());
            }

            look = IsSure(Used(slot)) ? Task.FromResult(slot.Page) : slot.Looking ??= Look(key, slot, grant);
        }

        return await look.WaitAsync(cancellationToken);
    }

    /// <summary>How many pages are held and how much memory they take.</summary>
    public (int Pages, long Bytes) Held()
    {
        lock (_gate)
        {
            return (_slots.Count, _slots.Values.Sum(slot => (long)(slot.Page?.SizeBytes ?? 0)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription?.Dispose();
        }
    }

    private bool IsHeld(string key)
    {
        lock (_gate)
        {
            return _slots.ContainsKey(key);
        }
    }

    private void Doubt(int listenerId) => Doubt(slot => slot.Page is null || slot.Page.Stamp?.Listener.Id == listenerId || listenerId == PlaysChanged.Everybody);

    private void Doubt(Predicate<Slot> isConcerned)
    {
        lock (_gate)
        {
            foreach (var slot in _slots.Values.Where(slot => isConcerned(slot)))
            {
                // A look that is under way may have read before the news: those who wait for it asked before it too, others begin another.
                (slot.Looking, slot.SureSince) = (null, null);
                slot.Round++;
            }
        }
    }

    private Task<KeptPage?> Look(string key, Slot slot, Func<CancellationToken, Task<GrantedPage?>> grant)
    {
        var round = ++slot.Round;
        return Task.Run(() => LookAsync(key, slot, round, grant));
    }

    private async Task<KeptPage?> LookAsync(string key, Slot slot, int round, Func<CancellationToken, Task<GrantedPage?>> grant)
    {
        var (asked, now) = (_time.GetTimestamp(), _time.GetUtcNow());
        var (page, drawn) = Known(slot);
        KeptPage? found = null;
        try
        {
            var granted = await grant(CancellationToken.None);
            if (granted is not null && (page is null || page.Stamp != PageStamp.Of(granted, now) || _time.GetElapsedTime(drawn) > s_drawnAnew))
            {
                (page, drawn) = (await _drawing.DrawAsync(granted, PageStamp.Of(granted, now)), asked);
            }

            return found = granted is null ? null : page;
        }
        finally
        {
            lock (_gate)
            {
                End(key, slot, round, found, asked, drawn);
            }
        }
    }

    private (KeptPage? Page, long Drawn) Known(Slot slot)
    {
        lock (_gate)
        {
            return (slot.Page, slot.Drawn);
        }
    }

    private void End(string key, Slot slot, int round, KeptPage? found, long asked, long drawn)
    {
        if (slot.Round != round)
        {
            return;
        }

        slot.Looking = null;
        if (found is null)
        {
            if (_slots.GetValueOrDefault(key) == slot)
            {
                _slots.Remove(key);
            }

            return;
        }

        (slot.Page, slot.SureSince, slot.Drawn) = (found, asked, drawn);
        DropBeyondBounds(slot);
    }

    private void DropBeyondBounds(Slot inUse)
    {
        var (count, bytes) = (_slots.Count, _slots.Values.Sum(slot => (long)(slot.Page?.SizeBytes ?? 0)));
        foreach (var (key, slot) in _slots.Where(pair => pair.Value != inUse && pair.Value.Looking is null).OrderBy(pair => pair.Value.LastUse).ToList())
        {
            if (count <= Most && bytes <= MostBytes)
            {
                return;
            }

            _slots.Remove(key);
            (count, bytes) = (count - 1, bytes - (slot.Page?.SizeBytes ?? 0));
        }
    }

    private bool IsSure(Slot slot) =>
        slot is { Page: { } page, SureSince: { } since } && _time.GetElapsedTime(since) < s_sure && (page.EndsAt is not { } end || _time.GetUtcNow() < end);

    private Slot Used(Slot slot)
    {
        slot.LastUse = ++_uses;
        return slot;
    }

    /// <summary>One page; changed under the gate only.</summary>
    private sealed class Slot
    {
        public KeptPage? Page { get; set; }

        public Task<KeptPage?>? Looking { get; set; }

        /// <summary>Since when the page is known to be as it is; null while that is in doubt.</summary>
        public long? SureSince { get; set; }

        /// <summary>When the page was drawn.</summary>
        public long Drawn { get; set; }

        /// <summary>Number of the last look, or of the news that made it void.</summary>
        public int Round { get; set; }

        public long LastUse { get; set; }
    }
}
