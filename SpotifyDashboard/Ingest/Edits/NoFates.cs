using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Edits;

/// <summary>Hears nothing: an edit brings no sighting whose fate would count.</summary>
internal sealed class NoFates : IPlayFates
{
    /// <inheritdoc/>
    public void Added() => Surprise();

    /// <inheritdoc/>
    public void Merged(Source knownFrom) => Surprise();

    /// <inheritdoc/>
    public void ReportedTwice() => Surprise();

    /// <inheritdoc/>
    public void Removed() => Surprise();

    private static void Surprise() => throw new InvalidOperationException("An edit stored a sighting.");
}
