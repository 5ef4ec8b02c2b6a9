namespace SpotifyDashboard.Statistics;

/// <summary>What a <see cref="TopList"/> ranks.</summary>
public enum TopKind
{
    /// <summary>Recordings, each by the track that stands for it.</summary>
    Tracks,

    /// <summary>Artists: the album artist of an export, the first artist of Spotify's answer.</summary>
    Artists,

    /// <summary>Albums; plays whose album is unknown are left out.</summary>
    Albums,

    /// <summary>Genres: a play counts for each genre of its artist.</summary>
    Genres,
}
