namespace SpotifyDashboard.Moods.Likeness;

/// <summary>What is compared by sound.</summary>
public enum LikenessKind
{
    /// <summary>Artists, by the mean of their recordings.</summary>
    Artists,

    /// <summary>Recordings.</summary>
    Tracks,
}
