using System.Globalization;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Draws the card for the preview of a link.</summary>
internal static class LandscapeCard
{
    private const int Width = 1200;
    private const int Height = 630;
    private const int Edge = 64;
    private const int Left = 500;
    private const int ListAt = 636;
    private const int ListWidth = Width - Edge - ListAt;
    private const int Places = 5;

    public static string Draw(CardFacts facts, CardPalette look)
    {
        var card = new CardCanvas(Width, Height, facts.Words());
        card.Box(0, 0, Width, Height, look.Page);
        card.Text(Edge, 92, Left, facts.IsDemo ? "DEMO · MADE-UP PLAYS" : "WHAT I LISTENED TO", new CardStyle(20, look.Accent, 700) { Spacing = 2 });
        card.Text(Edge, 152, Left, facts.Period, new CardStyle(facts.Period.Length > 14 ? 36 : 54, look.Text, 700));
        card.Wave(Edge, 186, Left, 120, facts.Wave, look.Accent);
        Figures(card, facts, look);
        card.Mark(Edge, Height - 92, 1.3, look.Accent);
        card.Text(Edge + 46, Height - 68, 400, "Spotify Dashboard", new CardStyle(22, look.Muted, 600));
        card.Box(ListAt - 36, 48, Width - ListAt + 36 - 28, Height - 96, look.Surface, 28);
        List(card, facts, look);
        return card.ToString();
    }

    private static void Figures(CardCanvas card, CardFacts facts, CardPalette look)
    {
        (double Value, string Counts)[] figures = [(facts.Minutes, "minutes"), (facts.Plays, "plays"), (facts.Tracks, "tracks"), (facts.Artists, "artists")];
        const double Wide = Left / 2d;
        for (var i = 0; i < figures.Length; i++)
        {
            var (x, y) = (Edge + (i % 2 * Wide), 376 + (i / 2 * 88));
            card.Text(x, y, Wide - 20, figures[i].Value.ToString("N0", CultureInfo.CurrentCulture), new CardStyle(44, look.Text, 700));
            card.Text(x, y + 32, Wide - 20, figures[i].Counts, new CardStyle(20, look.Muted));
        }
    }

    private static void List(CardCanvas card, CardFacts facts, CardPalette look)
    {
        card.Text(ListAt, 110, ListWidth, facts.List, new CardStyle(28, look.Text, 700));
        if (facts.Lines.Count == 0)
        {
            card.Text(ListAt, 170, ListWidth, "Nothing was played.", new CardStyle(24, look.Muted));
        }

        for (var i = 0; i < Math.Min(Places, facts.Lines.Count); i++)
        {
            var (line, y) = (facts.Lines[i], 132 + (i * 84));
            card.Text(ListAt, y + 48, 44, (i + 1).ToString(CultureInfo.InvariantCulture), new CardStyle(32, look.Accent, 700));
            card.Text(ListAt + 56, line.Artist is null ? y + 48 : y + 38, ListWidth - 56 - 100, line.Name, new CardStyle(28, look.Text, 600));
            card.Text(ListAt + 56, y + 68, ListWidth - 56 - 100, line.Artist ?? "", new CardStyle(21, look.Muted));
            card.Text(Width - Edge - 90, y + 48, 90, line.Plays.ToString("N0", CultureInfo.CurrentCulture), new CardStyle(28, look.Text, 600).At(CardAlign.End));
        }
    }
}
