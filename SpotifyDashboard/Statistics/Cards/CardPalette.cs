namespace SpotifyDashboard.Statistics.Cards;

/// <summary>The colours of a card: those of the dashboard's theme, written out, since a card stands alone.</summary>
/// <param name="Page">The ground.</param>
/// <param name="Surface">What stands on it.</param>
/// <param name="Line">Thin lines.</param>
/// <param name="Text">Words.</param>
/// <param name="Muted">Words that stand back.</param>
/// <param name="Accent">The one accent.</param>
/// <param name="Faint">The accent as a ground.</param>
public sealed record CardPalette(string Page, string Surface, string Line, string Text, string Muted, string Accent, string Faint)
{
    private static readonly CardPalette s_dark = new("#0e1117", "#262730", "#3a3c48", "#eef0f5", "#b3b8c6", "#ff6b6b", "#42292f");
    private static readonly CardPalette s_light = new("#f6f4f2", "#ffffff", "#d9d3cd", "#1b1e27", "#575d6b", "#c5393d", "#f3d9d6");

    /// <summary>The colours of a theme.</summary>
    public static CardPalette Of(CardTheme theme) => theme == CardTheme.Light ? s_light : s_dark;
}
