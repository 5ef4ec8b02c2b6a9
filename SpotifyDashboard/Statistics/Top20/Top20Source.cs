namespace SpotifyDashboard.Statistics.Top20;

/// <summary>Who ranks.</summary>
public enum Top20Source
{
    /// <summary>The dashboard, by counted plays.</summary>
    Own,

    /// <summary>Spotify, by a measure it does not tell.</summary>
    Spotify,
}
