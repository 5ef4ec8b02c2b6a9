namespace SpotifyDashboard.Narrative.Facts;

/// <summary>What a name in a fact names.</summary>
public enum FactNameKind
{
    /// <summary>An artist.</summary>
    Artist,

    /// <summary>A track.</summary>
    Track,

    /// <summary>An album.</summary>
    Album,

    /// <summary>A genre.</summary>
    Genre,

    /// <summary>A mood of the mood map.</summary>
    Mood,
}
