using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>How plays end: skipped, or run to their end. Of all stored plays of a period, counted or not.</summary>
/// <param name="Plays">Stored plays of the period.</param>
/// <param name="Told">Those whose source says how they ended.</param>
/// <param name="Skipped">Those of them that were skipped.</param>
/// <param name="SkipRate">Skipped ÷ told; null where none is told.</param>
/// <param name="Completed">Plays that ran to their end.</param>
/// <param name="CompletionRate">Completed ÷ plays; null without plays.</param>
/// <param name="MeanShare">Mean share of the track that was heard, at most 1; null where no length is known.</param>
/// <param name="Shares">Plays by that share, in ten equal classes.</param>
/// <param name="Reasons">Why plays ended, as their source words it, most plays first.</param>
/// <param name="ByHour">Told and skipped plays by the local hour of their start, 24.</param>
/// <param name="MostSkipped">Recordings most often skipped.</param>
public sealed record Skips(
    int Plays,
    int Told,
    int Skipped,
    double? SkipRate,
    int Completed,
    double? CompletionRate,
    double? MeanShare,
    IReadOnlyList<int> Shares,
    IReadOnlyList<Skips.Reason> Reasons,
    IReadOnlyList<Skips.Hour> ByHour,
    IReadOnlyList<Skips.Track> MostSkipped)
{
    private const int MostRows = 10;
    private const int LeastTold = 3;

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Skips Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var tally = SkipTally.Of(view);
        var plays = tally.PlaysOfDetails.Sum();
        var told = tally.Hours.Sum(hour => hour.Told);
        var skipped = tally.Hours.Sum(hour => hour.Skipped);
        var shares = tally.Shares;
        var measured = shares.Sum();
        return new Skips(
            plays,
            told,
            skipped,
            told == 0 ? null : (double)skipped / told,
            tally.Completed,
            plays == 0 ? null : (double)tally.Completed / plays,
            measured == 0 ? null : tally.SumOfShares / measured,
            shares,
            ReasonsOf(view.Log, tally.PlaysOfDetails),
            tally.Hours,
            MostSkippedOf(view.Log.Catalogue, tally));
    }

    private static Reason[] ReasonsOf(ListeningLog log, int[] playsOfDetails) =>
    [
        .. playsOfDetails
            .Select((plays, detail) => (Name: log.Details[detail].Circumstance.ReasonEnd, Plays: plays))
            .Where(reason => reason.Plays > 0)
            .GroupBy(reason => CountedPlays.IsReason(reason.Name) ? reason.Name : "unknown", reason => reason.Plays, StringComparer.Ordinal)
            .Select(reason => new Reason(reason.Key, reason.Sum()))
            .OrderByDescending(reason => reason.Plays)
            .ThenBy(reason => reason.Name, StringComparer.Ordinal),
    ];

    private static Track[] MostSkippedOf(LogCatalogue catalogue, SkipTally tally)
    {
        var tracks = Enumerable.Range(0, catalogue.Tracks.Count).Where(track => tally.SkippedOf(track) > 0 && tally.ToldOf(track) >= LeastTold);
        return [.. FirstFew.Of(tracks, MostRows, Compare).Select(Row)];

        int Compare(int x, int y)
        {
            var bySkipped = tally.SkippedOf(y).CompareTo(tally.SkippedOf(x));
            var byTold = bySkipped != 0 ? bySkipped : tally.ToldOf(x).CompareTo(tally.ToldOf(y));
            return byTold != 0 ? byTold : TrackOrder.ByName(catalogue, x, y);
        }

        Track Row(int index)
        {
            var track = catalogue.Tracks[index];
            return new Track(track.PublicId, track.Title, catalogue.Artists[track.ArtistIndex].Name, tally.ToldOf(index), tally.SkippedOf(index));
        }
    }

    /// <summary>A reason for the end of plays.</summary>
    /// <param name="Name">As the source words it, for example <c>fwdbtn</c>; <c>unknown</c> where it gives none.</param>
    /// <param name="Plays">Stored plays.</param>
    public sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Name, int Plays);

    /// <summary>One local hour of the day.</summary>
    /// <param name="Told">Plays that began in it and whose source says how they ended.</param>
    /// <param name="Skipped">Those that were skipped.</param>
    public sealed record Hour(int Told, int Skipped);

    /// <summary>One recording.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Name">Its title.</param>
    /// <param name="Artist">Its artist.</param>
    /// <param name="Plays">Plays whose source says how they ended.</param>
    /// <param name="Skipped">Those that were skipped.</param>
    public sealed record Track(string Id, string Name, string Artist, int Plays, int Skipped);
}
