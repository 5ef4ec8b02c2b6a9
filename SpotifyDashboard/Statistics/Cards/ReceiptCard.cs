using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Draws the receipt: what was played, how often, how long, and the days as a bar code.</summary>
internal static class ReceiptCard
{
    private const int Width = 800;
    private const int Height = 1400;
    private const int PaperEdge = 60;
    private const int Edge = 112;
    private const int Inner = Width - (2 * Edge);
    private const int Top = 60;
    private const int Bottom = Height - 60;
    private const double MsPerMinute = 60_000;

    public static string Draw(CardFacts facts, CardPalette look)
    {
        var card = new CardCanvas(Width, Height, facts.Words());
        card.Box(0, 0, Width, Height, look.Page);
        card.Path(Paper(), look.Surface, 0, look.Surface);
        var strong = new CardStyle(30, look.Text, 700) { IsMono = true };
        var plain = new CardStyle(24, look.Text) { IsMono = true };
        var quiet = new CardStyle(22, look.Muted) { IsMono = true };

        card.Mark(Width / 2d - 28, 108, 2.3, look.Accent);
        card.Text(Edge, 216, Inner, "SPOTIFY DASHBOARD", strong.At(CardAlign.Middle));
        card.Text(Edge, 260, Inner, facts.Period, plain.At(CardAlign.Middle));
        card.Text(Edge, 296, Inner, facts.IsDemo ? "DEMO: MADE-UP PLAYS" : facts.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), quiet.At(CardAlign.Middle));
        Rule(card, 330, look);
        card.Text(Edge, 374, 90, "QTY", quiet);
        card.Text(Edge + 90, 374, 340, facts.List.ToUpperInvariant(), quiet);
        card.Text(Width - Edge - 130, 374, 130, "MIN", quiet.At(CardAlign.End));
        Lines(card, facts, plain, quiet);
        Rule(card, 1016, look);
        Sum(card, 1062, "PLAYS", facts.Plays, plain);
        Sum(card, 1100, "TRACKS", facts.Tracks, plain);
        Sum(card, 1138, "ARTISTS", facts.Artists, plain);
        Sum(card, 1186, "TOTAL MINUTES", facts.Minutes, strong);
        BarCode(card, facts, look);
        return card.ToString();
    }

    private static void Lines(CardCanvas card, CardFacts facts, CardStyle plain, CardStyle quiet)
    {
        if (facts.Lines.Count == 0)
        {
            card.Text(Edge, 430, Inner, "NOTHING WAS PLAYED", plain);
        }

        for (var i = 0; i < facts.Lines.Count; i++)
        {
            var (line, y) = (facts.Lines[i], 416 + (i * 58));
            card.Text(Edge, y, 80, line.Plays.ToString("N0", CultureInfo.CurrentCulture), plain);
            card.Text(Edge + 90, y, Inner - 90 - 120, line.Name, plain with { Weight = 600 });
            card.Text(Edge + 90, y + 26, Inner - 90 - 120, line.Artist ?? "", quiet with { Size = 19 });
            card.Text(Width - Edge - 110, y, 110, (line.Ms / MsPerMinute).ToString("N0", CultureInfo.CurrentCulture), plain.At(CardAlign.End));
        }
    }

    private static void Sum(CardCanvas card, double y, string what, double value, CardStyle style)
    {
        card.Text(Edge, y, 380, what, style);
        card.Text(Width - Edge - 190, y, 190, value.ToString("N0", CultureInfo.CurrentCulture), style.At(CardAlign.End));
    }

    private static void Rule(CardCanvas card, double y, CardPalette look) =>
        card.Path(string.Create(CultureInfo.InvariantCulture, $"M{Edge} {y}H{Width - Edge}"), look.Muted, 2, dashes: "2 9");

    /// <summary>The busier the stretch, the wider its bar.</summary>
    private static void BarCode(CardCanvas card, CardFacts facts, CardPalette look)
    {
        var step = (double)Inner / Math.Max(1, facts.Wave.Count);
        for (var i = 0; i < facts.Wave.Count; i++)
        {
            card.Box(Edge + (i * step), 1214, Math.Max(1, step * 0.86 * facts.Wave[i]), 62, look.Text);
        }

        card.Text(Edge, 1306, Inner, "THANK YOU FOR LISTENING", new CardStyle(18, look.Muted) { IsMono = true, Align = CardAlign.Middle });
    }

    /// <summary>A strip of paper torn off at both ends.</summary>
    private static string Paper()
    {
        const int Teeth = 34;
        const double Tooth = (Width - (2d * PaperEdge)) / Teeth;
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{PaperEdge} {Top}");
        for (var i = 0; i < Teeth; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"l{Tooth / 2:0.###} 12l{Tooth / 2:0.###} -12");
        }

        path.Append(CultureInfo.InvariantCulture, $"V{Bottom}");
        for (var i = 0; i < Teeth; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"l{-Tooth / 2:0.###} -12l{-Tooth / 2:0.###} 12");
        }

        return path.Append('Z').ToString();
    }
}
