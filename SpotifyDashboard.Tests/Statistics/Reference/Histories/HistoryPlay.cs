namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>A play of a generated history, as its row and its circumstances stand.</summary>
internal sealed record HistoryPlay(
    int Id, long StartedAt, int Ms, int Track, byte Source, byte Precision, int Flags, string Reason, string Platform, string Country, string? Context);
