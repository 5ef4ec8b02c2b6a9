using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What <see cref="Skips"/> is made of: one pass over all stored plays of a view.</summary>
internal sealed class SkipTally
{
    private const int HoursPerDay = 24;
    private const int Classes = 10;
    private const long HourMs = 3_600_000;

    /// <summary>Keeps moments before 1970 positive, so that the hour is a plain remainder; a whole number of days.</summary>
    private const long PastMs = 100_000 * HoursPerDay * HourMs;

    private readonly int[] _hours = new int[HoursPerDay * 4];

    private SkipTally(LogCatalogue catalogue, int details)
    {
        PlaysOfDetails = new int[details];
        ToldOf = new int[catalogue.Tracks.Count];
        SkippedOf = new int[catalogue.Tracks.Count];
    }

    /// <summary>Stored plays of each of the log's details.</summary>
    public int[] PlaysOfDetails { get; }

    /// <summary>Told plays of each recording, at the track it goes by.</summary>
    public int[] ToldOf { get; }

    /// <summary>Skipped plays of each recording.</summary>
    public int[] SkippedOf { get; }

    /// <summary>Plays by the share of the track that was heard.</summary>
    public int[] Shares { get; } = new int[Classes];

    /// <summary>The sum of these shares.</summary>
    public double SumOfShares { get; private set; }

    /// <summary>Plays that ran to their end.</summary>
    public int Completed { get; private set; }

    /// <summary>Told and skipped plays by local hour.</summary>
    public IReadOnlyList<Skips.Hour> Hours =>
        [.. Enumerable.Range(0, HoursPerDay).Select(hour => new Skips.Hour(_hours[(hour * 4) + (int)Ending.Told] + _hours[(hour * 4) + (int)Ending.Skipped], _hours[(hour * 4) + (int)Ending.Skipped]))];

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static SkipTally Of(ListeningView view)
    {
        var tally = new SkipTally(view.Log.Catalogue, view.Log.Details.Count);
        var finished = CountedPlays.Of(view.Log, CountingRule.Finished);
        Ending[] endings = [.. view.Log.Details.Select(EndingOf)];
        foreach (var run in view.Runs)
        {
            tally.Count(view.Log, run, endings, finished);
        }

        tally.GatherRecordings(view.Log.Catalogue.CountsAs);
        return tally;
    }

    private void Count(ListeningLog log, LogRun run, Ending[] endings, CountedPlays finished)
    {
        var started = log.StartedMs;
        var played = log.MsPlayed;
        var tracks = log.TrackIndexes;
        var details = log.DetailIndexes;
        var shift = PastMs + run.OffsetMs;
        for (var index = run.First; index < run.End; index++)
        {
            var (track, detail) = (tracks[index], details[index]);
            var ending = endings[detail];
            PlaysOfDetails[detail]++;
            _hours[((int)((ulong)(started[index] + shift) / HourMs % HoursPerDay) * 4) + (int)ending]++;
            ToldOf[track] += (int)ending & 1;
            SkippedOf[track] += (int)ending >> 1;
            Completed += finished.Counts(index) ? 1 : 0;
            if (log.Catalogue.DurationMs(track) is > 0 and var duration)
            {
                var share = Math.Min(1, played[index] / (double)duration);
                Shares[Math.Min(Classes - 1, (int)(share * Classes))]++;
                SumOfShares += share;
            }
        }
    }

    private void GatherRecordings(ReadOnlySpan<int> countsAs)
    {
        for (var track = 0; track < countsAs.Length; track++)
        {
            if (countsAs[track] != track)
            {
                ToldOf[countsAs[track]] += ToldOf[track];
                SkippedOf[countsAs[track]] += SkippedOf[track];
                (ToldOf[track], SkippedOf[track]) = (0, 0);
            }
        }
    }

    private static Ending EndingOf(PlayDetail detail)
    {
        var reason = detail.Circumstance.ReasonEnd;
        if (reason == "fwdbtn" || (detail.Flags.HasFlag(SightingTraits.SkippedTold | SightingTraits.Skipped) && reason != "trackdone"))
        {
            return Ending.Skipped;
        }

        return detail.Flags.HasFlag(SightingTraits.SkippedTold) || CountedPlays.IsReason(reason) ? Ending.Told : Ending.Untold;
    }

    /// <summary>The lowest bit says that the ending is told, the next that it was a skip.</summary>
    private enum Ending
    {
        Untold = 0,
        Told = 1,
        Skipped = 3,
    }
}
