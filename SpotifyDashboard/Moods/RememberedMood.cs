namespace SpotifyDashboard.Moods;

/// <summary>One mood as it was last seen.</summary>
/// <param name="Centroid">Where it stood, in the features' own units.</param>
/// <param name="Size">How many tracks it had; 0 where that was not kept.</param>
/// <param name="Name">What it was called; null where that was not kept.</param>
/// <param name="NamedAt">Where it stood when it got that name, in the features' own units.</param>
/// <param name="Was">The name before that, if there was one.</param>
/// <param name="RenamedAt">When that ended (UTC, milliseconds).</param>
internal sealed record RememberedMood(double[] Centroid, int Size, string? Name, double[]? NamedAt, string? Was, long? RenamedAt);
