using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>How the recordings of a log sound: for each the row of the library's map that stands for it.</summary>
internal sealed class HeardLibrary
{
    private const int None = -1;

    private readonly MoodOfTracks _rows;
    private readonly int[] _rowOfRecording;

    /// <param name="map">The map of the library.</param>
    /// <param name="rows">Its rows; known sounds.</param>
    /// <param name="catalogue">The catalogue of the plays, which may be of another version than the map's.</param>
    public HeardLibrary(MoodMap map, MoodRows rows, LogCatalogue catalogue)
    {
        (Sound, Scaler, Raw, Features, Catalogue) = (rows.Scaled, rows.Scaler, rows.Raw, map.Features, catalogue);
        _rows = new MoodOfTracks(map, catalogue);
        _rowOfRecording = new int[catalogue.Tracks.Count];
        Array.Fill(_rowOfRecording, None);
        for (var track = 0; track < _rowOfRecording.Length; track++)
        {
            ref var row = ref _rowOfRecording[catalogue.CountsAs[track]];
            row = _rows.RowOf(track) != None && (row == None || catalogue.CountsAs[track] == track) ? _rows.RowOf(track) : row;
        }
    }

    /// <summary>n × d z-scores.</summary>
    public FeatureMatrix Sound { get; }

    /// <summary>n × d in the features' own units.</summary>
    public FeatureMatrix Raw { get; }

    /// <summary>What <see cref="Sound"/> was made by.</summary>
    public StandardScaler Scaler { get; }

    /// <summary>The d features.</summary>
    public ImmutableArray<Feature> Features { get; }

    /// <summary>Names of the tracks.</summary>
    public LogCatalogue Catalogue { get; }

    /// <summary>The row of a track as its release sounds, −1 where that is unknown.</summary>
    public int RowOfTrack(int track) => _rows.RowOf(track);

    /// <summary>The row that stands for a recording, −1 where its sound is unknown.</summary>
    public int RowOfRecording(int recording) => _rowOfRecording[recording];

    /// <summary>The z-scores of a track that is none of the library's; null where one of the features is unknown.</summary>
    /// <param name="values">The thirteen values in the order of <see cref="Feature"/>.</param>
    public float[]? Scale(IReadOnlyList<double?> values)
    {
        var scaled = new float[Features.Length];
        for (var column = 0; column < scaled.Length; column++)
        {
            if ((int)Features[column] >= values.Count || values[(int)Features[column]] is not { } value)
            {
                return null;
            }

            scaled[column] = Scaler.Deviations[column] == 0 ? 0 : (float)((value - Scaler.Means[column]) / Scaler.Deviations[column]);
        }

        return scaled;
    }
}
