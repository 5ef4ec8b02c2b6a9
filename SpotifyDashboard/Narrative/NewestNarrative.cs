using SpotifyDashboard.Moods;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>Gives the mood report its story.</summary>
internal sealed class NewestNarrative(NarrativeStore stories) : INewestNarrative
{
    /// <inheritdoc/>
    public async Task<object?> FindAsync(int listenerId, string? tone, CancellationToken cancellationToken)
    {
        NarrativeTone? wanted = string.IsNullOrEmpty(tone) ? null : StoredWords.Read<NarrativeTone>(tone);
        return await stories.FindNewestAsync(listenerId, wanted, cancellationToken) is { } story ? NarrativeAnswer.Of(story) : null;
    }
}
