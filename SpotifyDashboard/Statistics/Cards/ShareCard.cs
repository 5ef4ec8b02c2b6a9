namespace SpotifyDashboard.Statistics.Cards;

/// <summary>A share card in all its forms.</summary>
internal static class ShareCard
{
    /// <summary>The card as SVG, one element that refers to nothing outside itself.</summary>
    public static string Draw(CardShape shape, CardTheme theme, CardFacts facts) => shape switch
    {
        CardShape.Landscape => LandscapeCard.Draw(facts, CardPalette.Of(theme)),
        CardShape.Receipt => ReceiptCard.Draw(facts, CardPalette.Of(theme)),
        _ => StoryCard.Draw(facts, CardPalette.Of(theme)),
    };
}
