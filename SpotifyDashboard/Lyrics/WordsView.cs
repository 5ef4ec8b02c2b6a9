using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Lyrics.Figures;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Lyrics;

/// <summary>What the page of words shows.</summary>
/// <param name="Figures">The numbers.</param>
/// <param name="Grid">Plays by mood of words and sound; null where of no song both are known.</param>
/// <param name="IsDemo">Whether the songs are the demo's.</param>
public sealed record WordsView(WordsFigures Figures, HeatmapFigure? Grid, bool IsDemo)
{
    private const int GridHeight = 260;

    private static readonly string[] s_words = ["Sad words", "Words between", "Happy words"];
    private static readonly string[] s_sounds = ["Sad sound", "Sound between", "Happy sound"];

    internal static WordsView Of(WordsFigures figures, bool isDemo) => new(figures, figures.Mood.Songs == 0 ? null : Draw(figures.Mood), isDemo);

    private static HeatmapFigure Draw(WordsMood mood)
    {
        var cells = mood.Grid.SelectMany(static row => row).ToList();
        return new HeatmapFigure
        {
            Name = "Plays by mood of words and sound",
            Caption = Caption(mood, cells),
            RowName = "Words",
            ValueName = "Plays",
            Height = GridHeight,
            Rows = s_words,
            Columns = s_sounds,
            Values = cells.ConvertAll(static plays => (double?)plays),
            Texts = cells.ConvertAll(Said.Plays),
        };
    }

    private static string Caption(WordsMood mood, List<int> cells)
    {
        var most = cells.IndexOf(cells.Max());
        return $"The largest part of these plays, {Said.Share((double)cells[most] / mood.Plays)}, is of songs with {s_words[most / s_sounds.Length].ToLowerInvariant()} and {s_sounds[most % s_sounds.Length].ToLowerInvariant()}.";
    }
}
