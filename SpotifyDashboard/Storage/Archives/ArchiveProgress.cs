namespace SpotifyDashboard.Storage.Archives;

/// <summary>How far the writing or reading of an archive is.</summary>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows in all.</param>
internal sealed record ArchiveProgress(string Step, long Done, long Total);
