using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>Hears what became of each new sighting, once for each.</summary>
internal interface IPlayFates
{
    /// <summary>It made a play that was not known.</summary>
    void Added();

    /// <summary>Its play was known from another source.</summary>
    void Merged(Source knownFrom);

    /// <summary>Its own source had reported the same play already.</summary>
    void ReportedTwice();

    /// <summary>Its play is one that the listener removed.</summary>
    void Removed();
}
