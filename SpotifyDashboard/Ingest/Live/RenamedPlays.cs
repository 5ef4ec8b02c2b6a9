using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Derives plays again that were merged by names which a list of Spotify's has changed.</summary>
internal static class RenamedPlays
{
    /// <summary>Does nothing where no name changed. Only the plays of the transaction's own listener: each listener's follow with their own next change.</summary>
    public static async Task DeriveAsync(WriteTransaction write, IReadOnlySet<int> renamed, CancellationToken cancellationToken)
    {
        if (renamed.Count == 0)
        {
            return;
        }

        await using var last = write.Command("SELECT COALESCE(MAX(id), 0) FROM sightings");
        var firstNewId = Convert.ToInt64(await last.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) + 1;
        await using var deriver = await PlayDeriver.CreateAsync(write, firstNewId, atHand: [], new PollTally(), cancellationToken);
        await deriver.DeriveAsync(new TouchedDays(), renamed, new HashSet<long>(), static _ => { }, cancellationToken);
    }
}
