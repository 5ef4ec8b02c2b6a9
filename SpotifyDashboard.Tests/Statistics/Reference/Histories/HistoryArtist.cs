namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>An artist of a generated history, as its row stands, with genres by who tells them.</summary>
internal sealed record HistoryArtist(int Id, string SpotifyId, string Name, IReadOnlyList<(string Genre, string Provenance)> Genres);
