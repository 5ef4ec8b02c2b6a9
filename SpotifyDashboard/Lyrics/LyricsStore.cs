using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>Keeps the words of songs, each listener's apart, and that there were none.</summary>
internal sealed class LyricsStore(IDbContextFactory<DashboardDbContext> contexts, StorageWriter writer)
{
    /// <summary>All that is kept of some tracks of a listener, words included.</summary>
    public async Task<IReadOnlyList<LyricsRow>> ReadAsync(int listenerId, IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Lyrics.AsNoTracking().Where(row => row.ListenerId == listenerId && trackIds.Contains(row.TrackId)).ToListAsync(cancellationToken);
    }

    /// <summary>What came of asking about each track of a listener, without the words.</summary>
    public async Task<Dictionary<int, LyricsMark>> MarksAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Lyrics.AsNoTracking()
            .Where(row => row.ListenerId == listenerId)
            .ToDictionaryAsync(row => row.TrackId, row => new LyricsMark((LyricsState)row.Outcome, row.RetryAt), cancellationToken);
    }

    /// <summary>Tells two states of what is kept for a listener apart.</summary>
    public async Task<(int Count, DateTimeOffset Latest)> VersionAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Lyrics.Where(row => row.ListenerId == listenerId);
        var count = await rows.CountAsync(cancellationToken);
        return (count, count == 0 ? DateTimeOffset.UnixEpoch : await rows.MaxAsync(row => row.AskedAt, cancellationToken));
    }

    /// <summary>The words found at <paramref name="since"/> or later, one song after the other, so that not all of them are in memory at once.</summary>
    public async IAsyncEnumerable<(int TrackId, string Text)> TextsAsync(int listenerId, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Lyrics.AsNoTracking()
            .Where(row => row.ListenerId == listenerId && row.AskedAt >= since && row.Outcome == (byte)LyricsState.Found && row.Text != null)
            .OrderBy(row => row.TrackId)
            .Select(row => new { row.TrackId, row.Text })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return (row.TrackId, row.Text ?? "");
        }
    }

    /// <summary>Puts what came of asking in the place of what was known.</summary>
    public async Task KeepAsync(LyricsRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        await using var write = await writer.BeginAsync(row.ListenerId, cancellationToken);
        await using var keep = write.Command(
            """
            INSERT INTO lyrics (listener_id, track_id, outcome, text, record_id, asked_at, retry_at, detail, page_url, page_asked_at)
            VALUES (@listener, @track, @outcome, @text, @record, @asked, @retry, @detail, @page, @pageAsked)
            ON CONFLICT (listener_id, track_id) DO UPDATE SET outcome = excluded.outcome, text = excluded.text, record_id = excluded.record_id, asked_at = excluded.asked_at,
              retry_at = excluded.retry_at, detail = excluded.detail, page_url = excluded.page_url, page_asked_at = excluded.page_asked_at
            """,
            "listener", "track", "outcome", "text", "record", "asked", "retry", "detail", "page", "pageAsked");
        keep.Run(
            row.ListenerId,
            row.TrackId,
            (int)row.Outcome,
            row.Text,
            row.RecordId,
            row.AskedAt.ToUnixTimeMilliseconds(),
            row.RetryAt?.ToUnixTimeMilliseconds(),
            row.Detail,
            row.PageUrl,
            row.PageAskedAt?.ToUnixTimeMilliseconds());
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Deletes all that is kept for a listener; the choice stays.</summary>
    /// <returns>How many songs it was.</returns>
    public async Task<int> ForgetAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Lyrics.Where(row => row.ListenerId == listenerId).ExecuteDeleteAsync(cancellationToken);
    }
}
