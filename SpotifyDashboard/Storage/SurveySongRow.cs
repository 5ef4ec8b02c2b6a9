namespace SpotifyDashboard.Storage;

/// <summary>What a favourite song was found to be, remembered by the words in which it was written.</summary>
public sealed class SurveySongRow
{
    /// <summary>Whose surveys.</summary>
    public int ListenerId { get; set; }

    /// <summary>Title and artist as written, folded.</summary>
    public required string SongKey { get; set; }

    /// <summary>Spotify's id of the track; null where none was found.</summary>
    public string? TrackId { get; set; }

    /// <summary>Title as the service writes it; empty where none was found.</summary>
    public string Title { get; set; } = "";

    /// <summary>Artist as the service writes it; empty where none was found.</summary>
    public string Artist { get; set; } = "";

    /// <summary>0 to 1.</summary>
    public double Certainty { get; set; }

    /// <summary>Whether the owner said so, also that it is no track at all.</summary>
    public bool IsCorrected { get; set; }

    /// <summary>0 to 100; null while unknown.</summary>
    public int? Popularity { get; set; }

    /// <summary>Genres of the artist, a JSON list of texts.</summary>
    public string Genres { get; set; } = "[]";

    /// <summary>The thirteen features, a JSON list of numbers and nulls; null while none is known.</summary>
    public string? Features { get; set; }

    /// <summary>When it was last searched or chosen (UTC).</summary>
    public DateTimeOffset TriedAt { get; set; }

    /// <summary>When its features were last asked for (UTC); null before the first time.</summary>
    public DateTimeOffset? SoundedAt { get; set; }
}
