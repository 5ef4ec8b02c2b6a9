using SpotifyDashboard.Components;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations;

/// <summary>Names a full disk, a locked database and their like on the panel that met it.</summary>
internal sealed class StorageFailureWords(StorageCondition storage) : IFailureWords
{
    /// <inheritdoc/>
    public string? WordsFor(Exception exception) => storage.Note(exception)?.Text;
}
