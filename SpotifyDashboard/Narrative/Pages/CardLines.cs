using SpotifyDashboard.Statistics.Cards;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>A text broken into lines that fit their place.</summary>
/// <param name="Size">The size of type, in pixels.</param>
/// <param name="Lines">The lines in order.</param>
internal sealed record CardLines(double Size, IReadOnlyList<string> Lines)
{
    private const double Leading = 1.45;
    private const double RegularToBold = 0.9;

    /// <summary>The largest size in which all sentences fit; where none does, as many whole sentences as fit in the smallest.</summary>
    /// <param name="sentences">Cut only between one and the next: half a sentence may say something else.</param>
    /// <param name="sizes">From large to small.</param>
    /// <param name="width">Of the place.</param>
    /// <param name="height">Of the place.</param>
    /// <param name="isBold">Whether the type is bold, which is wider.</param>
    public static CardLines Fitting(IReadOnlyList<string> sentences, double[] sizes, double width, double height, bool isBold)
    {
        for (var count = sentences.Count; count > 0; count--)
        {
            var words = sentences.Take(count).SelectMany(static sentence => sentence.Split(' ')).Select(static word => CardText.Clean(word, "")).Where(static word => word.Length > 0).ToList();
            foreach (var size in sizes)
            {
                var lines = Broken(words, size * (isBold ? 1 : RegularToBold), width);
                if (lines.Count * size * Leading <= height)
                {
                    return new CardLines(size, lines);
                }
            }
        }

        return new CardLines(sizes[^1], []);
    }

    private static List<string> Broken(IReadOnlyList<string> words, double size, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in words)
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && CardText.Width(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }
}
