using System.Globalization;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Draws the upright card.</summary>
internal static class StoryCard
{
    private const int Width = 1080;
    private const int Height = 1920;
    private const int Edge = 88;
    private const int Inner = Width - (2 * Edge);
    private const int Places = 5;

    public static string Draw(CardFacts facts, CardPalette look)
    {
        var card = new CardCanvas(Width, Height, facts.Words());
        card.Box(0, 0, Width, Height, look.Page);
        card.Text(Edge, 170, Inner, facts.IsDemo ? "DEMO · MADE-UP PLAYS" : "WHAT I LISTENED TO", new CardStyle(30, look.Accent, 700) { Spacing = 3 });
        card.Text(Edge, 268, Inner, facts.Period, new CardStyle(facts.Period.Length > 14 ? 60 : 88, look.Text, 700));
        card.Wave(Edge, 330, Inner, 240, facts.Wave, look.Accent);
        Figures(card, facts, look);
        List(card, facts, look);
        card.Mark(Edge, Height - 136, 1.9, look.Accent);
        card.Text(Edge + 66, Height - 102, 500, "Spotify Dashboard", new CardStyle(30, look.Muted, 600));
        return card.ToString();
    }

    private static void Figures(CardCanvas card, CardFacts facts, CardPalette look)
    {
        (double Value, string Counts)[] figures = [(facts.Minutes, "minutes"), (facts.Plays, "plays"), (facts.Tracks, "tracks"), (facts.Artists, "artists")];
        const double Gap = 24;
        const double Wide = (Inner - Gap) / 2;
        for (var i = 0; i < figures.Length; i++)
        {
            var (x, y) = (Edge + (i % 2 * (Wide + Gap)), 630 + (i / 2 * 190));
            card.Box(x, y, Wide, 166, look.Surface, 28);
            card.Text(x + 32, y + 88, Wide - 64, figures[i].Value.ToString("N0", CultureInfo.CurrentCulture), new CardStyle(68, look.Text, 700));
            card.Text(x + 32, y + 136, Wide - 64, figures[i].Counts, new CardStyle(32, look.Muted));
        }
    }

    private static void List(CardCanvas card, CardFacts facts, CardPalette look)
    {
        card.Text(Edge, 1090, Inner, facts.List, new CardStyle(44, look.Text, 700));
        if (facts.Lines.Count == 0)
        {
            card.Text(Edge, 1170, Inner, "Nothing was played.", new CardStyle(36, look.Muted));
        }

        for (var i = 0; i < Math.Min(Places, facts.Lines.Count); i++)
        {
            var (line, y) = (facts.Lines[i], 1124 + (i * 126));
            card.Text(Edge, y + 66, 64, (i + 1).ToString(CultureInfo.InvariantCulture), new CardStyle(48, look.Accent, 700));
            card.Text(Edge + 84, line.Artist is null ? y + 66 : y + 52, Inner - 84 - 180, line.Name, new CardStyle(42, look.Text, 600));
            card.Text(Edge + 84, y + 96, Inner - 84 - 180, line.Artist ?? "", new CardStyle(31, look.Muted));
            card.Text(Width - Edge - 160, y + 66, 160, line.Plays.ToString("N0", CultureInfo.CurrentCulture), new CardStyle(42, look.Text, 600).At(CardAlign.End));
        }
    }
}
