using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Looks up by what names a track is compared across sources. Asked only where sources meet.</summary>
internal sealed class TrackNames : IDisposable
{
    private const int MostRemembered = 50_000;

    private readonly DbCommand _find;
    private readonly Dictionary<int, (string Names, string? SpotifyId)> _known = [];

    public TrackNames(WriteTransaction write) =>
        _find = write.Command("SELECT name_key, spotify_id FROM tracks WHERE id = @id", "id");

    /// <summary>The sightings with the names of their tracks.</summary>
    public IReadOnlyList<SightingFacts> Named(IReadOnlyList<SightingFacts> sightings)
    {
        var named = new SightingFacts[sightings.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var (names, spotifyId) = Of(sightings[i].TrackId);
            named[i] = sightings[i] with { Names = names, SpotifyId = spotifyId };
        }

        return named;
    }

    public void Dispose() => _find.Dispose();

    private (string Names, string? SpotifyId) Of(int trackId)
    {
        if (_known.TryGetValue(trackId, out var known))
        {
            return known;
        }

        _find.Parameters[0].Value = trackId;
        using var rows = _find.ExecuteReader();
        known = rows.Read()
            ? (rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1))
            : throw new InvalidOperationException($"A sighting names the track {trackId}, which is not stored.");
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[trackId] = known;
        return known;
    }
}
