using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Looks up songs and remembers what came of it, also that nobody knows one.</summary>
internal sealed class SongLookup(IDbContextFactory<DashboardDbContext> contexts, SongFinder finder, SongSounds sounds, TimeProvider time)
{
    /// <summary>What nobody knew, or whose sound nobody knew, is asked about again after this (contracts, section 4).</summary>
    private static readonly TimeSpan s_unknownFor = TimeSpan.FromDays(30);

    /// <summary>Pages are told after so many songs, not after each.</summary>
    private const int Step = 20;

    /// <summary>Looks up those of the songs that wait at home, without a call outside, and what is known there of their sound.</summary>
    /// <param name="listenerId">Whose survey.</param>
    /// <param name="wanted">Its songs.</param>
    /// <param name="tell">Tells open pages of what was stored.</param>
    /// <param name="cancellationToken">Ends the search; what was found until then is kept.</param>
    /// <returns>How many songs were found.</returns>
    public async Task<int> RunAtHomeAsync(int listenerId, IReadOnlyCollection<WantedSong> wanted, Action tell, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await WaitingAsync(context, listenerId, wanted, cancellationToken);
        var local = waiting.Count == 0 ? null : await LocalSongs.ReadAsync(context, cancellationToken);
        var count = 0;
        foreach (var song in waiting)
        {
            if (local is not null && SongFinder.FindAtHome(song, local) is { } found)
            {
                await RememberAsync(context, listenerId, song, found, cancellationToken);
                count++;
            }
        }

        if (count > 0)
        {
            await SoundAsync(listenerId, [.. wanted.Select(static song => song.Key)], sounds.FillFromHomeAsync, tell, cancellationToken);
        }

        return count;
    }

    /// <summary>Looks up those of the songs that wait, then the sounds that are missing: at home, and at services where that leaves doubt.</summary>
    /// <param name="listenerId">Whose survey.</param>
    /// <param name="wanted">Its songs.</param>
    /// <param name="tell">Tells open pages of what was stored.</param>
    /// <param name="cancellationToken">Ends the search; what was found until then is kept.</param>
    /// <returns>How many songs were looked up.</returns>
    /// <exception cref="ProviderException">A service failed; what could be found without it is kept.</exception>
    public async Task<int> RunAsync(int listenerId, IReadOnlyCollection<WantedSong> wanted, Action tell, CancellationToken cancellationToken)
    {
        // What is at home needs nobody's patience, so it goes before the first call.
        var atHome = await RunAtHomeAsync(listenerId, wanted, tell, cancellationToken);
        var (count, failed) = await FindAllAsync(listenerId, wanted, tell, cancellationToken);
        await SoundAsync(listenerId, [.. wanted.Select(static song => song.Key)], sounds.FillAsync, tell, cancellationToken);
        return failed is null ? atHome + count : throw failed.Again();
    }

    /// <summary>Remembers what the owner said.</summary>
    public async Task CorrectAsync(int listenerId, WantedSong song, string? trackId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindAsync(context, listenerId, song.Key, cancellationToken);
        var (title, artist) = trackId is null ? ("", "") : (song.Title, song.Artist ?? "");
        (row.TrackId, row.Title, row.Artist, row.Certainty, row.IsCorrected) = (trackId, title, artist, trackId is null ? 0 : 1, true);
        (row.Popularity, row.Genres, row.Features, row.SoundedAt, row.TriedAt) = (null, "[]", null, null, time.GetUtcNow());
        await SaveAsync(context, listenerId, cancellationToken);
    }

    private async Task<(int Count, ProviderException? Failed)> FindAllAsync(int listenerId, IReadOnlyCollection<WantedSong> wanted, Action tell, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await WaitingAsync(context, listenerId, wanted, cancellationToken);
        if (waiting.Count == 0)
        {
            return (0, null);
        }

        var local = await LocalSongs.ReadAsync(context, cancellationToken);
        var failures = new SearchFailures();
        var count = 0;
        foreach (var song in waiting)
        {
            var found = await finder.FindAsync(song, local, failures, cancellationToken);
            if (found is null && failures.Passing is not null)
            {
                // Somebody who may know it could not be asked: it waits.
                continue;
            }

            await RememberAsync(context, listenerId, song, found, cancellationToken);
            count++;
            if (count % Step == 0)
            {
                tell();
            }
        }

        if (count > 0)
        {
            tell();
        }

        return (count, failures.Passing);
    }

    /// <summary>The songs that nothing is known of, or that nobody knew long ago.</summary>
    private async Task<List<WantedSong>> WaitingAsync(DashboardDbContext context, int listenerId, IReadOnlyCollection<WantedSong> wanted, CancellationToken cancellationToken)
    {
        var again = time.GetUtcNow() - s_unknownFor;
        var known = await context.SurveySongs.AsNoTracking()
            .Where(song => song.ListenerId == listenerId && (song.TrackId != null || song.IsCorrected || song.TriedAt > again))
            .Select(song => song.SongKey)
            .ToListAsync(cancellationToken);
        return [.. wanted.ExceptBy(known, static song => song.Key, StringComparer.Ordinal)];
    }

    private async Task RememberAsync(DashboardDbContext context, int listenerId, WantedSong song, (SongCandidate Track, double Certainty)? found, CancellationToken cancellationToken)
    {
        var row = await FindAsync(context, listenerId, song.Key, cancellationToken);
        if (row.IsCorrected)
        {
            // Corrected while it was searched: what the owner says goes before.
            return;
        }

        (row.TrackId, row.Title, row.Artist) = (found?.Track.TrackId, found?.Track.Title ?? "", found?.Track.Artist ?? "");
        (row.Certainty, row.Popularity, row.TriedAt) = (found?.Certainty ?? 0, found?.Track.Popularity, time.GetUtcNow());
        await SaveAsync(context, listenerId, cancellationToken);
    }

    private async Task SoundAsync(
        int listenerId, HashSet<string> keys, Func<DashboardDbContext, IReadOnlyList<SurveySongRow>, CancellationToken, Task> fill, Action tell, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var again = time.GetUtcNow() - s_unknownFor;
        var rows = await context.SurveySongs
            .Where(song => song.ListenerId == listenerId && song.TrackId != null && song.Features == null && (song.SoundedAt == null || song.SoundedAt <= again))
            .ToListAsync(cancellationToken);
        rows.RemoveAll(row => !keys.Contains(row.SongKey));
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await fill(context, rows, cancellationToken);
        }
        finally
        {
            // Also where ReccoBeats failed: what was known at home stays.
            await SaveAsync(context, listenerId, CancellationToken.None);
            tell();
        }
    }

    private static async Task<SurveySongRow> FindAsync(DashboardDbContext context, int listenerId, string key, CancellationToken cancellationToken)
    {
        var row = await context.SurveySongs.SingleOrDefaultAsync(song => song.ListenerId == listenerId && song.SongKey == key, cancellationToken);
        if (row is null)
        {
            row = new SurveySongRow { ListenerId = listenerId, SongKey = key };
            context.SurveySongs.Add(row);
        }

        return row;
    }

    private static async Task SaveAsync(DashboardDbContext context, int listenerId, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        await context.Surveys.Where(survey => survey.ListenerId == listenerId)
            .ExecuteUpdateAsync(survey => survey.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }
}
