namespace SpotifyDashboard.Statistics.Cards;

/// <summary>One place of the list on a card.</summary>
/// <param name="Name">Title or name, fit for a card.</param>
/// <param name="Artist">The artist of a track or album; null where there is none.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Ms">Milliseconds of these plays.</param>
internal sealed record CardLine(string Name, string? Artist, int Plays, long Ms);
