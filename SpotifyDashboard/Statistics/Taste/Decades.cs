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
        var years = Gather(view);
        var plays = 0;
        foreach (var ofTrack in view.Tracks.Plays)
        {
            plays += ofTrack;
        }

        var known = years.Sum(year => year.Plays);
        return new Decades(
            known,
            plays,
            plays == 0 ? null : (double)known / plays,
            Median(years, known),
            [.. years.GroupBy(year => year.Start - (year.Start % YearsPerDecade)).Select(Sum)],
            [.. years.Select(year => new Year(year.Start, year.Plays))]);
    }

    /// <summary>Sums by year of the album of the track that stands for a recording, ascending; years without plays are left out.</summary>
    private static List<Decade> Gather(ListeningView view)
    {
        var catalogue = view.Log.Catalogue;
        var totals = view.Tracks;
        int[] yearOf = [.. catalogue.Albums.Select(album => album.ReleaseYear ?? 0)];
        var sums = new (int Plays, long Ms, int Tracks)[yearOf.DefaultIfEmpty().Max() + 1];
        for (var track = 0; track < totals.Plays.Length; track++)
        {
            if (totals.Plays[track] > 0 && catalogue.AlbumOf[track] is >= 0 and var album && yearOf[album] is > 0 and var year)
            {
                sums[year].Plays += totals.Plays[track];
                sums[year].Ms += totals.Ms[track];
                sums[year].Tracks++;
            }
        }

        return [.. sums.Select((sum, year) => new Decade(year, sum.Plays, sum.Ms, sum.Tracks)).Where(year => year.Plays > 0)];
    }

    private static int? Median(List<Decade> years, int known)
    {
        var before = 0;
        foreach (var year in years)
        {
            before += year.Plays;
            if (before >= (known + 1) / 2)
            {
                return year.Start;
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
