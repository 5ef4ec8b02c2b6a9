namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A span as it reached a collector.</summary>
internal sealed record CollectedSpan(string Source, string Name, IReadOnlyDictionary<string, string> Tags);
