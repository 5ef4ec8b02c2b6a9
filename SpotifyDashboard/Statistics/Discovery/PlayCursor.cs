using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Walks over the plays of several runs as if they were one; it stands on the first.</summary>
/// <param name="runs">None of them is empty.</param>
internal struct PlayCursor(IReadOnlyList<LogRun> runs)
{
    private int _run;
    private int _end = runs.Count == 0 ? 0 : runs[0].End;

    /// <summary>Index of the play it stands on.</summary>
    public int Play { get; private set; } = runs.Count == 0 ? 0 : runs[0].First;

    /// <summary>Steps to the next play; there must be one.</summary>
    public void MoveNext()
    {
        if (++Play == _end && ++_run < runs.Count)
        {
            Play = runs[_run].First;
            _end = runs[_run].End;
        }
    }
}
