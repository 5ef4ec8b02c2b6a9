using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Remembers each step of a playlist before the next is taken, so that a job killed anywhere is repeated without harm.</summary>
internal sealed class PlaylistStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>A wish that nobody consented to is forgotten after a day.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromDays(1);

    /// <summary>Spotify's ids of the tracks of <paramref name="row"/>.</summary>
    public static IReadOnlyList<string> TracksOf(PlaylistRow row) => JsonSerializer.Deserialize<string[]>(row.TrackIds) ?? [];

    /// <summary>Remembers a wish.</summary>
    public async Task<PlaylistRow> AddAsync(int listenerId, string name, IReadOnlyList<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] ids = [.. tracks.Select(static track => track.SpotifyId).OfType<string>().Distinct(StringComparer.Ordinal)];
        var row = new PlaylistRow
        {
            Id = Guid.NewGuid(),
            ListenerId = listenerId,
            Name = name,
            TrackIds = JsonSerializer.Serialize(ids),
            LeftOut = tracks.Count(static track => track.SpotifyId is null),
            AskedAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Playlists.Where(old => old.JobId == null && old.AskedAt < now - s_patience).ExecuteDeleteAsync(cancellationToken);
        context.Playlists.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>The playlist as it stands, or null.</summary>
    public async Task<PlaylistRow?> FindAsync(int listenerId, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Playlists.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ListenerId == listenerId, cancellationToken);
    }

    /// <summary>Which job makes it.</summary>
    public Task SetJobAsync(Guid id, Guid job, CancellationToken cancellationToken) =>
        ChangeAsync(id, row => row.JobId = job, cancellationToken);

    /// <summary>Takes the right to make it at Spotify: among all who try, once.</summary>
    /// <returns>False where another has it, or a killed job had it and nobody knows what came of that.</returns>
    public async Task<bool> TryClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Playlists.Where(row => row.Id == id && row.SpotifyId == null && row.UnsettledSince == null)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.UnsettledSince, now), cancellationToken) == 1;
    }

    /// <summary>Gives the right back: Spotify surely made nothing.</summary>
    public Task ReleaseAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, static row => row.UnsettledSince = null, cancellationToken);

    /// <summary>It is there.</summary>
    public Task SetMadeAsync(Guid id, string spotifyId, string url) => ChangeAsync(
        id,
        row => (row.SpotifyId, row.Url, row.UnsettledSince) = (spotifyId, url, null),
        CancellationToken.None);

    /// <summary>How many of its tracks are surely in it, and how many may be.</summary>
    public Task SetProgressAsync(Guid id, int added, int sent) => ChangeAsync(id, row => (row.Added, row.Sent) = (added, sent), CancellationToken.None);

    /// <summary>All of it is there.</summary>
    public Task SetDoneAsync(Guid id)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(id, row => row.DoneAt = now, CancellationToken.None);
    }

    private async Task ChangeAsync(Guid id, Action<PlaylistRow> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        change(await context.Playlists.SingleAsync(row => row.Id == id, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }
}
