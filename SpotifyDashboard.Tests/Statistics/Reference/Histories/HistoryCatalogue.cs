namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>Artists, albums, tracks, what was told apart and what was saved.</summary>
internal sealed record HistoryCatalogue(
    int Seed,
    IReadOnlyList<HistoryArtist> Artists,
    IReadOnlyList<HistoryAlbum> Albums,
    IReadOnlyList<HistoryTrack> Tracks,
    IReadOnlyList<(int Track, int Other)> Splits,
    IReadOnlyList<int> Saved);
