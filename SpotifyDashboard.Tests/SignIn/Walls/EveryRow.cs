using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>Fills every table that says whose it is with a row of one listener, marked in every text; and the music that their plays name.</summary>
internal static class EveryRow
{
    /// <summary>Stands in every text of that listener's.</summary>
    public const string Marker = "olgas-own-7c1f";

    /// <summary>The Spotify id of the one track they played.</summary>
    public const string TrackId = "olgastrack7c1f00000000";

    private static readonly Type[] s_peoples = [typeof(Listener), typeof(AccountRow), typeof(SessionRow), typeof(AccessTokenRow), typeof(InvitationRow), typeof(PasskeyRow), typeof(SpotifyAccountRow), typeof(SpotifyAppRow)];

    /// <summary>Where a row's number is a GUID, that of <paramref name="listener"/>'s.</summary>
    public static Guid GuidOf(int listener) => new(listener, 0, 0, new byte[8]);

    public static async Task PlantAsync(AccountsHost house, int listener)
    {
        await using var context = await house.Get<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", TestContext.Current.CancellationToken);
        context.Artists.Add(new Artist { Id = listener, Name = $"{Marker} artist" });
        context.Albums.Add(new Album { Id = listener, ArtistId = listener, Title = $"{Marker} album" });
        context.Tracks.Add(new Track
        {
            Id = listener,
            SpotifyId = TrackId,
            NameKey = NameKey.Of(Marker, Marker),
            Title = $"{Marker} title",
            ArtistId = listener,
            AlbumId = listener,
            DurationMs = 200_000,
        });
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => OwnRows.OwnerOf(entity) is not null && !s_peoples.Contains(entity.ClrType)))
        {
            context.Add(Marked(PlantedRow.Of(entity, listener, Marker), listener));
        }

        var owner = await context.Listeners.SingleAsync(row => row.Id == listener, TestContext.Current.CancellationToken);
        (owner.DisplayName, owner.PlaysVersion) = (Marker, owner.PlaysVersion + 1);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the program itself would trip over, or begin to work on.</summary>
    private static object Marked(object row, int listener)
    {
        switch (row)
        {
            case JobRow job:
                (job.State, job.Result, job.Input, job.Owner) = ("succeeded", null, null, null);
                break;
            case Play play:
                (play.MsPlayed, play.CircumstanceId, play.ContextId, play.EndedAt) = (200_000, Circumstance.UnknownId, null, play.StartedAt.AddSeconds(200));
                break;
            case Sighting sighting:
                (sighting.MsPlayed, sighting.CircumstanceId, sighting.ContextId, sighting.MergedIntoId) = (200_000, Circumstance.UnknownId, null, null);
                break;
            case ShareLinkRow link:
                (link.Page, link.ExpiresAt, link.RevokedAt) = ("/top20", DateTimeOffset.FromUnixTimeSeconds(4_000_000_000), null);
                break;
        }

        return row;
    }
}
