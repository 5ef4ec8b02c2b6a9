namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>A track of a generated history, as its row stands.</summary>
internal sealed record HistoryTrack(
    int Id, string? SpotifyId, int Artist, string Title, int? Album, int? Length, string? Isrc, bool? Explicit, int? Popularity, double[]? Features);
