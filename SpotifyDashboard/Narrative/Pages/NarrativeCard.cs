using SpotifyDashboard.Statistics.Cards;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>Draws a story as a picture to share.</summary>
internal static class NarrativeCard
{
    private const double Leading = 1.45;

    /// <summary>The card as SVG, one element that refers to nothing outside itself.</summary>
    public static string Draw(StoryCardShape shape, CardTheme theme, StoryCardText text) =>
        shape == StoryCardShape.Landscape ? Draw(StoryCardFrame.Landscape, CardPalette.Of(theme), text) : Draw(StoryCardFrame.Story, CardPalette.Of(theme), text);

    private static string Draw(StoryCardFrame frame, CardPalette look, StoryCardText text)
    {
        var card = new CardCanvas(frame.Width, frame.Height, text.ToPlain());
        card.Box(0, 0, frame.Width, frame.Height, look.Page);
        card.Text(frame.Edge, frame.Top, frame.Inner, text.IsDemo ? "DEMO · MADE-UP PLAYS" : text.Period.ToUpperInvariant(), new CardStyle(frame.Small, look.Accent, 700) { Spacing = 2 });
        var title = CardLines.Fitting([text.Title], frame.TitleSizes, frame.Inner, frame.TitleHeight, isBold: true);
        var y = Write(card, frame.Edge, frame.Top + (frame.Small * 1.2), frame.Inner, title, new CardStyle(title.Size, look.Text, 700));
        var foot = frame.Height - frame.Edge - (frame.Small * 2.2);
        var roast = CardLines.Fitting(text.Roast.Length == 0 ? [] : [text.Roast], frame.RoastSizes, frame.Inner - (2 * frame.Pad), (foot - y) * 0.4, isBold: true);
        var roastHeight = roast.Lines.Count == 0 ? 0 : (roast.Lines.Count * roast.Size * Leading) + (2 * frame.Pad);
        var body = CardLines.Fitting(text.Sentences, frame.TextSizes, frame.Inner, foot - y - roastHeight - (2 * frame.Pad), isBold: false);
        y = Write(card, frame.Edge, y + frame.Pad, frame.Inner, body, new CardStyle(body.Size, look.Text));
        if (roast.Lines.Count > 0)
        {
            card.Box(frame.Edge, y + frame.Pad, frame.Inner, roastHeight, look.Surface, frame.Pad);
            Write(card, frame.Edge + frame.Pad, y + (1.8 * frame.Pad), frame.Inner - (2 * frame.Pad), roast, new CardStyle(roast.Size, look.Text, 600));
        }

        Foot(card, frame, look, text);
        return card.ToString();
    }

    private static double Write(CardCanvas card, double x, double y, double width, CardLines lines, CardStyle style)
    {
        foreach (var line in lines.Lines)
        {
            y += lines.Size * Leading;
            card.Text(x, y, width, line, style);
        }

        return y;
    }

    private static void Foot(CardCanvas card, StoryCardFrame frame, CardPalette look, StoryCardText text)
    {
        var y = frame.Height - frame.Edge;
        card.Mark(frame.Edge, y - (frame.Small * 1.1), frame.Small / 18, look.Accent);
        card.Text(frame.Edge + (frame.Small * 1.8), y, frame.Inner / 2, "Spotify Dashboard", new CardStyle(frame.Small, look.Muted, 600));
        card.Text(frame.Edge + (frame.Inner / 2), y, frame.Inner / 2, StoryWords.CheckedShort(text.Supported, text.Claims), new CardStyle(frame.Small, look.Muted).At(CardAlign.End));
    }
}
