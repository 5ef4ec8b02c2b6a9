using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Likeness;

/// <summary>What the page of likeness shows.</summary>
/// <param name="Kind">Artists or tracks.</param>
/// <param name="Matrix">Every two compared.</param>
/// <param name="Figure">The picture of them; null where there are fewer than two.</param>
public sealed record LikenessView(LikenessKind Kind, LikenessMatrix Matrix, HeatmapFigure? Figure)
{
    /// <summary>Below, two sounds are more unlike than alike.</summary>
    private const double Near = 0.5;

    private const int LongestName = 18;
    private const int RowHeight = 22;
    private const int LeastHeight = 200;

    /// <summary>"artist" or "track", as many as there are.</summary>
    public string Noun(int count) => (Kind, count) switch
    {
        (LikenessKind.Artists, 1) => "artist",
        (LikenessKind.Artists, _) => "artists",
        (_, 1) => "track",
        _ => "tracks",
    };

    /// <summary>The page of an item.</summary>
    public string AddressOf(LikenessItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"/{(Kind == LikenessKind.Artists ? "artists" : "tracks")}/{Uri.EscapeDataString(item.Id)}";
    }

    /// <summary>In what two items are alike and in what not.</summary>
    public string Reason(LikenessPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return Matrix.Sounds is { } sounds ? LikenessWords.Of(Matrix.Features, sounds.Row(pair.One), sounds.Row(pair.Other)) : "";
    }

    /// <summary>Draws <paramref name="matrix"/>.</summary>
    public static LikenessView Of(LikenessMatrix matrix, LikenessKind kind)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new LikenessView(kind, matrix, matrix.Items.Count < 2 ? null : Draw(matrix, kind));
    }

    /// <summary>A similarity as it is read: "0.93".</summary>
    public static string Say(double similarity) => Said.Number(similarity, 2);

    private static HeatmapFigure Draw(LikenessMatrix matrix, LikenessKind kind)
    {
        var names = matrix.Items.Select(item => Shortened(item.Name)).ToList();
        var cells = matrix.Items.SelectMany((one, row) => matrix.Items.Select((other, column) => (One: one, Other: other, Value: matrix.Similarities[row][column], IsSelf: row == column))).ToList();
        return new HeatmapFigure
        {
            Name = kind == LikenessKind.Artists ? "Likeness of artists" : "Likeness of tracks",
            Caption = Caption(matrix),
            RowName = kind == LikenessKind.Artists ? "Artist" : "Track",
            ValueName = "Likeness",
            Height = LeastHeight + (RowHeight * names.Count),
            Rows = names,
            Columns = names,
            ColumnMarks = new Dictionary<int, string>(),
            Least = -1,
            Most = 1,
            Values = cells.ConvertAll(cell => cell.IsSelf ? null : (double?)cell.Value),
            Texts = cells.ConvertAll(cell => cell.IsSelf ? "" : Say(cell.Value)),
        };
    }

    private static string Caption(LikenessMatrix matrix)
    {
        var closest = matrix.Closest is { } pair
            ? $"“{matrix.Items[pair.One].Name}” and “{matrix.Items[pair.Other].Name}” sound most alike ({Say(pair.Similarity)})."
            : "";
        if (matrix.Loneliest is not { } alone)
        {
            return closest;
        }

        var (one, nearest) = (matrix.Items[alone.One].Name, matrix.Items[alone.Other].Name);
        var stands = alone.Similarity < Near
            ? $"“{one}” stands alone: nothing comes nearer to it than “{nearest}” ({Say(alone.Similarity)})."
            : $"None stands alone: even “{one}” has “{nearest}” near it ({Say(alone.Similarity)}).";
        return $"{closest} {stands} Columns stand in the order of the rows.";
    }

    private static string Shortened(string name) => name.Length <= LongestName ? name : $"{name.AsSpan(0, LongestName - 1).TrimEnd()}…";
}
