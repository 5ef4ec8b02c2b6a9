using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>The row on the mood map of each track of a log: as it sounds, so that two releases of a recording may differ.</summary>
internal sealed class MoodOfTracks
{
    private const int None = -1;

    private readonly FeatureMatrix? _sounds;
    private readonly int[] _rows;
    private readonly sbyte[] _moods;

    /// <param name="map">The moods.</param>
    /// <param name="catalogue">The tracks of the plays; most often the map's own, else matched by the number of their row.</param>
    public MoodOfTracks(MoodMap map, LogCatalogue catalogue)
    {
        Count = map.Moods.Length;
        Features = map.Features.Length;
        _sounds = map.Rows?.Scaled;
        var onMap = new int[catalogue.Tracks.Count];
        Array.Fill(onMap, None);
        for (var row = 0; row < map.TrackCount; row++)
        {
            var track = ReferenceEquals(map.Catalogue, catalogue) ? map.TrackIndexAt(row) : catalogue.IndexOf(map.TrackAt(row).Id);
            if (track >= 0)
            {
                onMap[track] = row;
            }
        }

        _rows = new int[onMap.Length];
        _moods = new sbyte[onMap.Length];
        for (var track = 0; track < _rows.Length; track++)
        {
            _rows[track] = onMap[catalogue.SoundsAs[track]];
            _moods[track] = _rows[track] == None ? (sbyte)None : (sbyte)map.Labels[_rows[track]];
        }
    }

    /// <summary>Number of moods.</summary>
    public int Count { get; }

    /// <summary>Number of features that the map is made of.</summary>
    public int Features { get; }

    /// <summary>The mood of each track, −1 where it has none.</summary>
    public ReadOnlySpan<sbyte> Moods => _moods;

    /// <summary>The row of a track on the map, −1 where it has none.</summary>
    public int RowOf(int track) => _rows[track];

    /// <summary>The sound of a track that has a mood, in deviations from the mean of the map.</summary>
    public ReadOnlySpan<float> SoundOf(int track) => _sounds is null ? [] : _sounds.Row(_rows[track]);
}
