using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>A phrase of the lexicon as it stands in a sentence.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Meanings">All it may mean.</param>
internal sealed record Item(int Start, int End, ImmutableArray<Meaning> Meanings)
{
    /// <summary>Whether it may mean this.</summary>
    public bool Is(MeaningKind kind) => As(kind) is not null;

    /// <summary>Its meaning of a kind; null where it has none.</summary>
    public Meaning? As(MeaningKind kind)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Kind == kind)
            {
                return meaning;
            }
        }

        return null;
    }
}
