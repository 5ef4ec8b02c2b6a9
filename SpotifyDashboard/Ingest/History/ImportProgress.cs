namespace SpotifyDashboard.Ingest.History;

/// <summary>How far an import is.</summary>
/// <param name="Step">The file and row, in words.</param>
/// <param name="Done">Bytes read, of files as they are unpacked.</param>
/// <param name="Total">Bytes in all.</param>
internal readonly record struct ImportProgress(string Step, long Done, long Total);
