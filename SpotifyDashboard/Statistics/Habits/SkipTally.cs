using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What <see cref="Skips"/> is made of: one pass over all stored plays of a view.</summary>
internal sealed class SkipTally
{
    private const int HoursPerDay = 24;
    private const int Classes = 10;
    private const int UpperHalf = 32;
    private const long HourMs = 3_600_000;

    /// <summary>Keeps moments before 1970 positive, so that the hour is a plain remainder; a whole number of days.</summary>
    private const long PastMs = 100_000 * HoursPerDay * HourMs;

    /// <summary>What a play adds to its track, by <see cref="Ending"/>.</summary>
    private static readonly long[] s_tallies = [0, 1, 0, (1L << UpperHalf) + 1];

    private readonly int[] _shares = new int[Classes + 1];
    private readonly int[] _hours = new int[HoursPerDay * 4];

    /// <summary>Told plays of each track in the lower half, skipped ones in the upper: a play touches one place in memory.</summary>
    private readonly long[] _endings;

    private SkipTally(LogCatalogue catalogue, int details)
    {
        PlaysOfDetails = new int[details];
        _endings = new long[catalogue.Tracks.Count];
    }

    /// <summary>Stored plays of each of the log's details.</summary>
    public int[] PlaysOfDetails { get; }

    /// <summary>Plays by the share of the track that was heard; the whole track belongs to the last class.</summary>
    public int[] Shares => [.. _shares[..(Classes - 1)], _shares[Classes - 1] + _shares[Classes]];

    /// <summary>The sum of these shares.</summary>
    public double SumOfShares { get; private set; }

    /// <summary>Plays that ran to their end.</summary>
    public int Completed { get; private set; }

    /// <summary>Told plays of the recording that goes by <paramref name="track"/>.</summary>
    public int ToldOf(int track) => (int)_endings[track];

    /// <summary>Skipped plays of it.</summary>
    public int SkippedOf(int track) => (int)(_endings[track] >> UpperHalf);

    /// <summary>Told and skipped plays by local hour.</summary>
    public IReadOnlyList<Skips.Hour> Hours =>
        [.. Enumerable.Range(0, HoursPerDay).Select(hour => new Skips.Hour(_hours[(hour * 4) + (int)Ending.Told] + _hours[(hour * 4) + (int)Ending.Skipped], _hours[(hour * 4) + (int)Ending.Skipped]))];

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static SkipTally Of(ListeningView view)
    {
        var tally = new SkipTally(view.Log.Catalogue, view.Log.Details.Count);
        var finished = view.Facts.GetOrFind(FinishedPlays.Of).Plays;
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
        var (completed, sumOfShares, shares) = (0, 0.0, _shares);
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
            _endings[track] += s_tallies[(int)ending];
            completed += finished.Counts(index) ? 1 : 0;
            if (log.Catalogue.DurationMs(track) is > 0 and var duration)
            {
                var share = Math.Min(1, played[index] / (double)duration);
                shares[(int)(share * Classes)]++;
                sumOfShares += share;
            }
        }

        Completed += completed;
        SumOfShares += sumOfShares;
    }

    private void GatherRecordings(ReadOnlySpan<int> countsAs)
    {
        for (var track = 0; track < countsAs.Length; track++)
        {
            if (countsAs[track] != track)
            {
                _endings[countsAs[track]] += _endings[track];
                _endings[track] = 0;
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
