using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Similarity;

namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>How happy recordings sound: the audio feature "valence" of the tracks on a mood map.</summary>
internal sealed class SoundValence
{
    private readonly MoodMap _map;
    private readonly LibrarySound _library;
    private readonly int _column;

    /// <param name="map">A map of the listener's library.</param>
    public SoundValence(MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _map = map;
        _library = new LibrarySound(map);
        _column = map.Features.IndexOf(Feature.Valence);
    }

    /// <summary>0 sad to 1 happy; null where it is not known.</summary>
    /// <param name="track">A track of any version of the listener's catalogue: the map's own may be older or newer.</param>
    public double? Of(LogTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return _column >= 0 && _map.Catalogue.IndexOf(track.Id) is >= 0 and var index && _library.RowOf(_map.Catalogue.CountsAs[index]) is >= 0 and var row
            ? Math.Clamp(_map.ValuesOf(row)[_column], 0, 1)
            : null;
    }
}
