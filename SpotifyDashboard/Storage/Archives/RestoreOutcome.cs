namespace SpotifyDashboard.Storage.Archives;

/// <summary>What a restore did.</summary>
/// <param name="Manifest">What the archive held.</param>
/// <param name="Aside">Where what was there before is kept: a file, or a schema of the database; null where there was nothing.</param>
internal sealed record RestoreOutcome(ArchiveManifest Manifest, string? Aside);
