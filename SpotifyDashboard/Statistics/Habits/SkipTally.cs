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

    /// <summary>Told and skipped plays of each track side by side, so that a play touches one place in memory.</summary>
    private readonly int[] _endings;

    private SkipTally(LogCatalogue catalogue, int details)
    {
        PlaysOfDetails = new int[details];
        _endings = new int[catalogue.Tracks.Count * 2];
    }

    /// <summary>Stored plays of each of the log's details.</summary>
    public int[] PlaysOfDetails { get; }

    /// <summary>Plays by the share of the track that was heard.</summary>
    public int[] Shares { get; } = new int[Classes];

    /// <summary>The sum of these shares.</summary>
    public double SumOfShares { get; private set; }

    /// <summary>Plays that ran to their end.</summary>
    public int Completed { get; private set; }

    /// <summary>Told plays of the recording that goes by <paramref name="track"/>.</summary>
    public int ToldOf(int track) => _endings[track * 2];

    /// <summary>Skipped plays of it.</summary>
    public int SkippedOf(int track) => _endings[(track * 2) + 1];

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
        var (hour, nextHour) = (0, long.MinValue);
        for (var index = run.First; index < run.End; index++)
        {
            var (track, detail) = (tracks[index], details[index]);
            var ending = endings[detail];
            PlaysOfDetails[detail]++;
            if (started[index] >= nextHour)
            {
                hour = (int)((started[index] + shift) / HourMs % HoursPerDay);
                nextHour = started[index] + HourMs - ((started[index] + shift) % HourMs);
            }

            _hours[(hour * 4) + (int)ending]++;
            _endings[track * 2] += (int)ending & 1;
            _endings[(track * 2) + 1] += (int)ending >> 1;
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
                _endings[countsAs[track] * 2] += ToldOf(track);
                _endings[(countsAs[track] * 2) + 1] += SkippedOf(track);
                _endings.AsSpan(track * 2, 2).Clear();
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
