namespace SpotifyDashboard.Statistics.Taste;

/// <summary>When the albums of a listener's plays were released.</summary>
/// <param name="Known">Counted plays whose release year is known.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="MedianYear">The year of the play in the middle, the lower one of two; null where none is known.</param>
/// <param name="Rows">The decades with plays, ascending.</param>
/// <param name="Years">The years with plays, ascending.</param>
public sealed record Decades(
    int Known,
    int Plays,
    double? Coverage,
    int? MedianYear,
    [property: System.Text.Json.Serialization.JsonPropertyName("decades")] IReadOnlyList<Decades.Decade> Rows,
    IReadOnlyList<Decades.Year> Years)
{
    private const int YearsPerDecade = 10;

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Decades Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (years, plays) = Gather(view);
        var known = years.Values.Sum(year => year.Plays);
        return new Decades(
            known,
            plays,
            plays == 0 ? null : (double)known / plays,
            Median(years, known),
            [.. years.GroupBy(year => year.Key - (year.Key % YearsPerDecade), year => year.Value).Select(Sum)],
            [.. years.Select(year => new Year(year.Key, year.Value.Plays))]);
    }

    /// <summary>Sums by year of the album of the track that stands for a recording.</summary>
    private static (SortedDictionary<int, Decade> Years, int Plays) Gather(ListeningView view)
    {
        var catalogue = view.Log.Catalogue;
        var totals = view.Tracks;
        int?[] yearOf = [.. catalogue.Albums.Select(album => album.ReleaseYear)];
        var years = new SortedDictionary<int, Decade>();
        var all = 0;
        for (var track = 0; track < totals.Plays.Length; track++)
        {
            var plays = totals.Plays[track];
            all += plays;
            if (plays > 0 && catalogue.AlbumOf[track] is >= 0 and var album && yearOf[album] is { } year)
            {
                var sum = years.GetValueOrDefault(year) ?? new Decade(year, 0, 0, 0);
                years[year] = new Decade(year, sum.Plays + plays, sum.Ms + totals.Ms[track], sum.Tracks + 1);
            }
        }

        return (years, all);
    }

    private static int? Median(SortedDictionary<int, Decade> years, int known)
    {
        var before = 0;
        foreach (var (year, sum) in years)
        {
            before += sum.Plays;
            if (before >= (known + 1) / 2)
            {
                return year;
            }
        }

        return null;
    }

    private static Decade Sum(IGrouping<int, Decade> years) =>
        new(years.Key, years.Sum(year => year.Plays), years.Sum(year => year.Ms), years.Sum(year => year.Tracks));

    /// <summary>Ten years.</summary>
    /// <param name="Start">The first of them: 1980 for 1980 to 1989.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Ms">Their milliseconds.</param>
    /// <param name="Tracks">Different recordings.</param>
    public sealed record Decade([property: System.Text.Json.Serialization.JsonPropertyName("decade")] int Start, int Plays, long Ms, int Tracks);

    /// <summary>One year.</summary>
    /// <param name="Number">For example 1987.</param>
    /// <param name="Plays">Counted plays.</param>
    public sealed record Year([property: System.Text.Json.Serialization.JsonPropertyName("year")] int Number, int Plays);
}
