namespace SpotifyDashboard.Statistics.History;

/// <summary>By what the history is sorted; equal plays are newest first.</summary>
public enum HistorySort
{
    /// <summary>By the moment the play began.</summary>
    Time,

    /// <summary>By title, then artist.</summary>
    Title,

    /// <summary>By artist, then title.</summary>
    Artist,

    /// <summary>By the time it sounded.</summary>
    Length,
}
