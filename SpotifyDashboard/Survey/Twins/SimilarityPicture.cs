using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>Every respondent beside every other, in an order in which neighbours sound alike. Shared by all who look at it.</summary>
/// <param name="Figure">The heatmap; null with fewer than two respondents.</param>
/// <param name="Ids">Ids of the rows, from top to bottom.</param>
/// <param name="Note">Who is not shown; null where all are.</param>
internal sealed record SimilarityPicture(HeatmapFigure? Figure, IReadOnlyList<string> Ids, string? Note)
{
    /// <summary>Rows beyond which names and cells could not be told apart on a screen.</summary>
    private const int MostRows = 100;
    private const int FewestRows = 2;
    private const int Height = 620;

    /// <summary>Compares the respondents of a map; of many the newest.</summary>
    public static SimilarityPicture Of(SurveyMap map, CancellationToken cancellationToken)
    {
        if (map.Sound is not { } sound || map.Count < FewestRows)
        {
            return new SimilarityPicture(Figure: null, [], Note: null);
        }

        int[] rows = [.. Enumerable.Range(0, map.Count).OrderByDescending(map.RespondentAt).Take(MostRows).Order()];
        var similarities = CosineSimilarity.Matrix(sound.Scaled.SelectRows(rows), cancellationToken);
        var order = LeafOrder.Of(Array.ConvertAll(similarities, static similarity => 1 - similarity), cancellationToken);
        Respondent[] people = [.. order.Select(place => map.Roster.Respondents[map.RespondentAt(rows[place])])];
        double[] cells = [.. order.SelectMany(row => order.Select(column => similarities[(row * rows.Length) + column]))];
        return new SimilarityPicture(
            Draw(people, cells),
            [.. people.Select(static person => person.Id)],
            map.Count > MostRows ? string.Create(CultureInfo.CurrentCulture, $"The newest {MostRows} of {map.Count:N0} respondents.") : null);
    }

    private static HeatmapFigure Draw(Respondent[] people, double[] cells)
    {
        string[] names = [.. people.Select(SurveyWords.NameOf)];
        return new HeatmapFigure
        {
            Name = "How alike respondents sound",
            Caption = CaptionOf(names, cells),
            Height = Height,
            Rows = names,
            Columns = names,
            Values = [.. cells.Select(static cell => (double?)cell)],
            Texts = [.. cells.Select(SurveyWords.SimilarityOf)],
            RowName = "Respondent",
            ValueName = "Similarity",
        };
    }

    /// <summary>Names the two who are most alike.</summary>
    private static string CaptionOf(string[] names, double[] cells)
    {
        var (one, other) = (0, 1);
        for (var row = 0; row < names.Length; row++)
        {
            for (var column = row + 1; column < names.Length; column++)
            {
                (one, other) = cells[(row * names.Length) + column] > cells[(one * names.Length) + other] ? (row, column) : (one, other);
            }
        }

        return $"Most alike are {names[one]} and {names[other]} ({SurveyWords.SimilarityOf(cells[(one * names.Length) + other])}).";
    }
}
