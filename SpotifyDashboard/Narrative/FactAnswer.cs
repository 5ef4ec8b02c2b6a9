using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative;

/// <summary>A fact as the API tells it.</summary>
/// <param name="Id">Its id in the list.</param>
/// <param name="Text">The fact as one English sentence.</param>
/// <param name="Value">The number it is about, not rounded; null where it has none.</param>
/// <param name="Unit">What the number counts.</param>
/// <param name="Href">The page of this dashboard that shows it.</param>
internal sealed record FactAnswer(string Id, string Text, double? Value, FactUnit Unit, string Href)
{
    public static FactAnswer Of(NarrativeFact fact) => new(fact.Id, fact.Text, fact.Value, fact.Unit, fact.Href);
}
