using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Counts what became of the plays of one poll.</summary>
internal sealed class PollTally : IPlayFates
{
    /// <summary>Plays that were not known from any source.</summary>
    public int AddedPlays { get; private set; }

    /// <inheritdoc/>
    public void Added() => AddedPlays++;

    /// <inheritdoc/>
    public void Merged(Source knownFrom)
    {
        // Known already, from an import: nothing was added.
    }

    /// <inheritdoc/>
    public void ReportedTwice()
    {
        // Known already.
    }

    /// <inheritdoc/>
    public void Removed()
    {
        // Known already, and not wanted.
    }
}
