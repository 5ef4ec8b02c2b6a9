namespace SpotifyDashboard.Moods;

/// <summary>In which form the mood map is shown.</summary>
public enum MoodView
{
    /// <summary>A cloud to be turned.</summary>
    Solid,

    /// <summary>A flat map with a lasso.</summary>
    Flat,

    /// <summary>A table of all tracks.</summary>
    Table,
}
