using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>A podcast episode or audiobook chapter as a row names it; texts are empty where unknown.</summary>
internal sealed record RowSpoken(SpokenKind Kind, string Uri, string Title, string Show);
