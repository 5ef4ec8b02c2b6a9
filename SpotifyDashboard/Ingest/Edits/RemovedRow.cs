using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Edits;

/// <summary>A removed play as it is read from the database.</summary>
internal sealed record RemovedRow(Sighting Carrier, string ReasonEnd, Track Track, string Artist, string? Album, DateTimeOffset RemovedAt)
{
    /// <summary>The play as it would be derived.</summary>
    public RemovedPlay ToPlay()
    {
        var times = PlayTimes.Of(
            Carrier.Source,
            Carrier.EndedAt.ToUnixTimeMilliseconds(),
            Carrier.MsPlayed,
            Carrier.OfflineTimestamp,
            Carrier.Flags.HasFlag(SightingTraits.Offline),
            ReasonEnd.StartsWith("unexpected-exit", StringComparison.Ordinal));
        return new RemovedPlay(
            Carrier.Id,
            DateTimeOffset.FromUnixTimeMilliseconds(times.StartedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(times.EndedAt),
            Carrier.MsPlayed,
            Track.SpotifyId ?? string.Create(CultureInfo.InvariantCulture, $"name:{Track.Id}"),
            Track.Title,
            Artist,
            Album,
            Carrier.Source.ToString(),
            RemovedAt);
    }
}
