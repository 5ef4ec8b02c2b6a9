namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Counted plays of the most played genres, month by month.</summary>
/// <param name="Known">Counted plays whose artist has any genre.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="Genres">The genres most played in the period, most plays first.</param>
/// <param name="Months">Each local month.</param>
public sealed record GenreTrend(int Known, int Plays, double? Coverage, IReadOnlyList<string> Genres, IReadOnlyList<GenreTrend.Month> Months)
{
    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="limit">At most so many genres.</param>
    public static GenreTrend Of(ListeningView view, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, GenreBits.Most);
        var catalogue = view.Log.Catalogue;
        var top = Ranking.Of(view, TopKind.Genres, TopMeasure.Plays).Top(limit);
        var genres = new GenreBits(catalogue, top);
        var counts = new ArtistCounts(view);
        var stretches = LocalMonths.Of(view);
        List<Month> months = new(stretches.Count);
        for (var month = 0; month < stretches.Count; month++)
        {
            counts.Count(stretches.RunsOf(month));
            months.Add(MonthOf(stretches.StartOf(month), counts, genres, top.Length));
        }

        var all = SumOf(view.Tracks.Plays);
        var known = months.Sum(month => month.Known);
        return new GenreTrend(known, all, all == 0 ? null : (double)known / all, [.. top.Select(genre => catalogue.Genres[genre])], months);
    }

    private static Month MonthOf(DateOnly start, ArtistCounts counts, GenreBits genres, int places)
    {
        var plays = new int[places];
        var known = 0;
        var ofArtists = counts.Plays;
        foreach (var artist in counts.Played)
        {
            if (genres.HasAny(artist))
            {
                known += ofArtists[artist];
                genres.Add(artist, ofArtists[artist], plays);
            }
        }

        return new Month(start, known, plays);
    }

    private static int SumOf(ReadOnlySpan<int> plays)
    {
        var sum = 0;
        foreach (var ofTrack in plays)
        {
            sum += ofTrack;
        }

        return sum;
    }

    /// <summary>One local month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Known">Counted plays whose artist has any genre.</param>
    /// <param name="Plays">Counted plays of each of <see cref="Genres"/>; a play counts for every genre of its artist.</param>
    public sealed record Month(DateOnly Start, int Known, IReadOnlyList<int> Plays);
}
