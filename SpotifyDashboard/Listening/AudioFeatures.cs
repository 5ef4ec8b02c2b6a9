namespace SpotifyDashboard.Listening;

/// <summary>How a track sounds, in the units of Spotify's audio features. A missing value is null, never invented.</summary>
public sealed class AudioFeatures
{
    public int TrackId { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Danceability { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Energy { get; set; }

    /// <summary>Pitch class, 0 = C to 11 = B; −1 where none was detected.</summary>
    public double? Key { get; set; }

    /// <summary>Decibels, usually −60 to 0.</summary>
    public double? Loudness { get; set; }

    /// <summary>1 major, 0 minor.</summary>
    public double? Mode { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Speechiness { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Acousticness { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Instrumentalness { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Liveness { get; set; }

    /// <summary>0 (sad) to 1 (happy).</summary>
    public double? Valence { get; set; }

    /// <summary>Beats per minute.</summary>
    public double? Tempo { get; set; }

    /// <summary>Milliseconds; the twelfth feature of the data sets that have twelve.</summary>
    public double? DurationMs { get; set; }

    /// <summary>Beats per bar.</summary>
    public double? TimeSignature { get; set; }

    /// <summary>Where the values come from: a file's name or a provider's.</summary>
    public required string Provenance { get; set; }

    /// <summary>When they were stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>The value of <paramref name="feature"/>; null where unknown.</summary>
    public double? this[Feature feature] => feature switch
    {
        Feature.Danceability => Danceability,
        Feature.Energy => Energy,
        Feature.Key => Key,
        Feature.Loudness => Loudness,
        Feature.Mode => Mode,
        Feature.Speechiness => Speechiness,
        Feature.Acousticness => Acousticness,
        Feature.Instrumentalness => Instrumentalness,
        Feature.Liveness => Liveness,
        Feature.Valence => Valence,
        Feature.Tempo => Tempo,
        Feature.DurationMs => DurationMs,
        Feature.TimeSignature => TimeSignature,
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "There are thirteen features."),
    };
}
