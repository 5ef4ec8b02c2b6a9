namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A metric as it reached a collector.</summary>
/// <param name="Tags">Of each data point: names and values.</param>
internal sealed record CollectedMetric(string Meter, string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Tags);
