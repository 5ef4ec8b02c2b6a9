using SpotifyDashboard.SignIn.People.Export;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>The history in the export of everything about a listener: the same file as the export of the history alone.</summary>
internal sealed class HistoryFileOfExport(HistoryExport export) : IPersonalFile
{
    /// <inheritdoc/>
    public string Name => "Streaming_History_Audio.json";

    /// <inheritdoc/>
    public string About => "Your whole history, library and gaps, in the form of Spotify's extended streaming history. Importing it here or elsewhere makes the same history again.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables { get; } = ["sightings", "plays", "spoken_sightings", "removed_sightings", "library_tracks", "recording_splits", "gaps"];

    /// <inheritdoc/>
    public Task WriteAsync(int listenerId, Stream stream, CancellationToken cancellationToken) => export.WriteAsync(listenerId, stream, cancellationToken);
}
