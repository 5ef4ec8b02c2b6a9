using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>Whether others may be asked for the words of a listener's songs; switching it off ends what is under way.</summary>
internal sealed class LyricsSwitch(IDbContextFactory<DashboardDbContext> contexts, IOptions<LyricsOptions> options, LyricsNews news, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _underWay = new();

    /// <summary>Whether this installation asks at all.</summary>
    public bool IsInstalled => options.Value.Enabled;

    /// <summary>Whether others are asked for this listener.</summary>
    public async Task<bool> IsOnAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (!IsInstalled)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LyricsChoices.AsNoTracking().SingleOrDefaultAsync(row => row.ListenerId == listenerId, cancellationToken) is not { IsWanted: false };
    }

    /// <summary>Stores the choice. Off: calls under way for the listener end at once, and none begins.</summary>
    public async Task SetAsync(int listenerId, bool isWanted, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO lyrics_choices (listener_id, is_wanted, chosen_at) VALUES ({listenerId}, {isWanted}, {now})
                ON CONFLICT (listener_id) DO UPDATE SET is_wanted = excluded.is_wanted, chosen_at = excluded.chosen_at
                """,
                cancellationToken);
        }

        if (!isWanted && _underWay.TryRemove(listenerId, out var calls))
        {
            await calls.CancelAsync();
        }

        news.Publish(listenerId);
    }

    /// <summary>Ends when the listener switches the looking off.</summary>
    public CancellationToken OffToken(int listenerId) => _underWay.GetOrAdd(listenerId, static _ => new CancellationTokenSource()).Token;
}
