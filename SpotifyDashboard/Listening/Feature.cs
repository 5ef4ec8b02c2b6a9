namespace SpotifyDashboard.Listening;

/// <summary>One of the thirteen audio features, in the order of the columns.</summary>
public enum Feature
{
    Danceability,
    Energy,
    Key,
    Loudness,
    Mode,
    Speechiness,
    Acousticness,
    Instrumentalness,
    Liveness,
    Valence,
    Tempo,
    DurationMs,
    TimeSignature,
}
