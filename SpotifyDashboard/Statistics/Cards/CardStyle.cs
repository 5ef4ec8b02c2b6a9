namespace SpotifyDashboard.Statistics.Cards;

/// <summary>How a text on a card looks.</summary>
/// <param name="Size">Pixels.</param>
/// <param name="Fill">Its colour.</param>
/// <param name="Weight">400 to 700.</param>
public sealed record CardStyle(double Size, string Fill, int Weight = 400)
{
    /// <summary>Where it stands in its place.</summary>
    public CardAlign Align { get; init; }

    /// <summary>Whether all letters are equally wide.</summary>
    public bool IsMono { get; init; }

    /// <summary>Pixels between letters beyond the font's own.</summary>
    public double Spacing { get; init; }

    /// <summary>The size in a bold font that is about as wide.</summary>
    public double GuessedSize => (Size * (Weight < 600 && !IsMono ? 0.9 : 1)) + Spacing;

    /// <summary>The same, standing elsewhere in its place.</summary>
    public CardStyle At(CardAlign align) => this with { Align = align };
}
