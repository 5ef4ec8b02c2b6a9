namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How moods change along a session.</summary>
internal static class MoodSessions
{
    private const int Parts = 4;
    private const long PauseMs = 30 * 60_000;

    /// <summary>The moods of the four quarters of the sessions of <paramref name="view"/> that have at least four counted plays.</summary>
    public static MoodCounts[] Quarters(ListeningView view, MoodOfTracks moods)
    {
        MoodCounts[] quarters = [.. Enumerable.Range(0, Parts).Select(_ => new MoodCounts(moods.Count))];
        List<sbyte> session = [];
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var tracks = view.Log.TrackIndexes;
        var latestEnd = long.MaxValue;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!view.Counted.Counts(index))
                {
                    continue;
                }

                if (session.Count > 0 && started[index] - latestEnd > PauseMs)
                {
                    Share(session, quarters);
                    session.Clear();
                }

                var end = started[index] + played[index];
                latestEnd = session.Count == 0 ? end : Math.Max(latestEnd, end);
                session.Add(moods.Moods[tracks[index]]);
            }
        }

        Share(session, quarters);
        return quarters;
    }

    private static void Share(List<sbyte> session, MoodCounts[] quarters)
    {
        for (var place = 0; session.Count >= Parts && place < session.Count; place++)
        {
            quarters[(int)((long)Parts * place / session.Count)].Add(session[place]);
        }
    }
}
