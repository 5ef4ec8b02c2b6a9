namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Where a text stands in its place.</summary>
internal enum CardAlign
{
    Start,
    Middle,
    End,
}
