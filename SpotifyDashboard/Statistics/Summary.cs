using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>The figures of a period at a glance, and those of the stretch before it.</summary>
/// <param name="Plays">Counted plays.</param>
/// <param name="Minutes">Minutes of the counted plays, to one decimal.</param>
/// <param name="Tracks">Different tracks among them.</param>
/// <param name="Artists">Different artists (album artists) among them.</param>
/// <param name="Albums">Different albums among them; plays whose album is unknown are left out.</param>
/// <param name="Streak">Days in a row with a counted play up to the period's last day, see <see cref="Streaks"/>.</param>
/// <param name="LongestStreak">The longest such run of days within the period.</param>
/// <param name="EstimatedShare">The share of counted plays whose time or length is estimated, 0 to 1.</param>
/// <param name="Previous">The same of the equally long stretch before; null where the period has no first day, and in itself.</param>
public sealed record Summary(
    int Plays,
    double Minutes,
    int Tracks,
    int Artists,
    int Albums,
    int Streak,
    int LongestStreak,
    double EstimatedShare,
    Summary? Previous)
{
    private const double MsPerMinute = 60_000;

    /// <summary>Sums up <paramref name="view"/> and the stretch before it.</summary>
    public static Summary Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var summary = OfPeriod(view);
        return view.Previous() is { } previous ? summary with { Previous = OfPeriod(previous) } : summary;
    }

    private static Summary OfPeriod(ListeningView view)
    {
        var catalogue = view.Log.Catalogue;
        var artists = new bool[catalogue.Artists.Count];
        var albums = new bool[catalogue.Albums.Count];
        var plays = 0;
        var tracks = 0;
        var ms = 0L;
        var totals = view.Tracks;
        for (var track = 0; track < totals.Plays.Length; track++)
        {
            if (totals.Plays[track] == 0)
            {
                continue;
            }

            plays += totals.Plays[track];
            ms += totals.Ms[track];
            tracks++;
            artists[catalogue.ArtistOf[track]] = true;
            if (catalogue.AlbumOf[track] is >= 0 and var album)
            {
                albums[album] = true;
            }
        }

        var streaks = Streaks.Of(view);
        return new Summary(
            plays,
            Math.Round(ms / MsPerMinute, 1, MidpointRounding.AwayFromZero),
            tracks,
            artists.Count(isPlayed => isPlayed),
            albums.Count(isPlayed => isPlayed),
            streaks.Current,
            streaks.Longest,
            plays == 0 ? 0 : (double)CountEstimated(view) / plays,
            Previous: null);
    }

    private static int CountEstimated(ListeningView view)
    {
        bool[] isEstimated = [.. view.Log.Details.Select(detail => detail.Precision == Precision.Estimated)];
        if (!isEstimated.Contains(true))
        {
            return 0;
        }

        var details = view.Log.DetailIndexes;
        var counted = view.Counted;
        var count = 0;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (isEstimated[details[index]] && counted.Counts(index))
                {
                    count++;
                }
            }
        }

        return count;
    }
}
