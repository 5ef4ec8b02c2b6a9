namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>An album of a generated history, as its row stands.</summary>
internal sealed record HistoryAlbum(int Id, string SpotifyId, int Artist, string Title, string? ReleaseDate);
