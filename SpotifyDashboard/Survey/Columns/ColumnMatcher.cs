using System.Collections.Immutable;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Finds out by their headers which columns tell what; what the owner said goes before what is guessed. Pure.</summary>
internal static class ColumnMatcher
{
    /// <summary>Below this a header is not taken for anything.</summary>
    private const int LeastScore = 55;

    /// <summary>Two columns whose scores lie this near could both be meant.</summary>
    private const int NearScore = 10;

    /// <summary>From here on a column is surely a name, so that a second one is kept out of storage.</summary>
    private const int SurelyName = 90;

    /// <summary>The choice that a column is not used.</summary>
    public const string NotUsed = "none";

    /// <summary>Maps the columns with these headers.</summary>
    /// <param name="headers">As written, in their order.</param>
    /// <param name="choices">What the owner said: a field's key or <see cref="NotUsed"/>, by <see cref="MappedColumn.Key"/>.</param>
    public static ColumnMapping Match(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> choices)
    {
        ColumnHeader[] read = [.. headers.Select(static header => new ColumnHeader(header))];
        var keys = Keys(read);
        var fields = new SurveyField?[headers.Count];
        var isChosen = new bool[headers.Count];
        for (var column = 0; column < fields.Length; column++)
        {
            if (choices.TryGetValue(keys[column], out var choice))
            {
                isChosen[column] = true;
                var field = SurveyFields.Parse(choice);
                fields[column] = field is { } told && !Array.Exists(fields, other => other == told) ? field : null;
            }
        }

        var scores = Scores(read);
        Guess(scores, fields, isChosen);
        return new ColumnMapping(
        [
            .. headers.Select((header, column) =>
            {
                var isPrivate = fields[column] is null && (read[column].IsPrivate || scores[column, (int)SurveyField.Name] >= SurelyName);
                return new MappedColumn(column, CellText.Clean(header), keys[column], fields[column], isChosen[column], isPrivate, Remark(column, headers, scores, fields, isChosen, isPrivate));
            }),
        ]);
    }

    private static string[] Keys(ColumnHeader[] headers)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. headers.Select(header =>
            {
                var number = seen[header.Core] = seen.GetValueOrDefault(header.Core) + 1;
                return number == 1 ? header.Core : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{header.Core} #{number}");
            }),
        ];
    }

    private static int[,] Scores(ColumnHeader[] headers)
    {
        var scores = new int[headers.Length, SurveyFields.All.Count];
        for (var column = 0; column < headers.Length; column++)
        {
            foreach (var field in SurveyFields.All)
            {
                // A question for the artist of the song, or for a link to it, names the song as well.
                var score = headers[column].IsPrivate ? 0 : headers[column].ScoreFor(field);
                var asksForOther = headers[column].AsksForArtistOfSong || headers[column].ScoreFor(SurveyField.SongLink) > 0;
                scores[column, (int)field] = field == SurveyField.FavoriteSong && asksForOther ? 0 : score;
            }
        }

        return scores;
    }

    private static void Guess(int[,] scores, SurveyField?[] fields, bool[] isChosen)
    {
        var candidates =
            from column in Enumerable.Range(0, fields.Length)
            where !isChosen[column]
            from field in SurveyFields.All
            let score = scores[column, (int)field]
            where score >= LeastScore
            orderby score descending, column, field
            select (column, field);
        foreach (var (column, field) in candidates)
        {
            if (fields[column] is null && !Array.Exists(fields, taken => taken == field))
            {
                fields[column] = field;
            }
        }
    }

    private static string? Remark(int column, IReadOnlyList<string> headers, int[,] scores, SurveyField?[] fields, bool[] isChosen, bool isPrivate)
    {
        if (isPrivate)
        {
            return "Gives people away, so its answers are never stored.";
        }

        if (isChosen[column] || fields[column] is not { } field)
        {
            return null;
        }

        for (var other = 0; other < fields.Length; other++)
        {
            if (other != column && fields[other] is null && !isChosen[other] && scores[other, (int)field] >= Math.Max(LeastScore, scores[column, (int)field] - NearScore))
            {
                return $"The column “{Short(headers[other])}” could be meant as well; choose which.";
            }
        }

        return null;
    }

    private static string Short(string header) => CellText.Clean(header) is { Length: > 60 } longer ? $"{longer[..59]}…" : CellText.Clean(header);
}
