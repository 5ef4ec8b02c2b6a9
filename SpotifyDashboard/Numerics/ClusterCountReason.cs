namespace SpotifyDashboard.Numerics;

/// <summary>What stands behind a suggested number of clusters.</summary>
public enum ClusterCountReason
{
    /// <summary>There are too few distinct rows to compare numbers of clusters; nothing is suggested.</summary>
    TooFewRows,

    /// <summary>No number sets rows apart (best silhouette below 0.25): any is a cut through one cloud, and the suggestion only the least blurred.</summary>
    NoNaturalGroups,

    /// <summary>Groups are there, but touch (best silhouette 0.25 to 0.5).</summary>
    TouchingGroups,

    /// <summary>Groups stand apart (best silhouette above 0.5).</summary>
    ClearGroups,
}
