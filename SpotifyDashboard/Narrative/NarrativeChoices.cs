using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>What a listener wants of stories.</summary>
public sealed record NarrativeChoices
{
    /// <summary>What holds for who never chose: nothing is sent, names may be used, no story comes by itself.</summary>
    public static NarrativeChoices Untouched { get; } = new();

    /// <summary>When they agreed that facts are sent to the model (UTC); null while they never did.</summary>
    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>When they withdrew that (UTC); null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether facts may be sent to the model.</summary>
    public bool HasAgreed => AgreedAt is not null && WithdrawnAt is null;

    /// <summary>Whether names of artists, tracks, albums and genres are left out.</summary>
    public bool LeavesNamesOut { get; init; }

    /// <summary>The tone where none is asked for.</summary>
    public NarrativeTone Tone { get; init; }

    /// <summary>Since when a story of each week is wanted (UTC); null: none.</summary>
    public DateTimeOffset? WeeklySince { get; init; }

    /// <summary>Since when a story of each month is wanted (UTC); null: none.</summary>
    public DateTimeOffset? MonthlySince { get; init; }

    /// <summary>Since when a story of each year is wanted (UTC); null: none.</summary>
    public DateTimeOffset? YearlySince { get; init; }

    /// <summary>Since when stories of <paramref name="occasion"/> are wanted (UTC); null: not.</summary>
    public DateTimeOffset? WantedSince(NarrativeOccasion occasion) => occasion switch
    {
        NarrativeOccasion.Weekly => WeeklySince,
        NarrativeOccasion.Monthly => MonthlySince,
        NarrativeOccasion.Yearly => YearlySince,
        _ => null,
    };
}
