using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>What a listener wants of stories and how the model stands, as the API tells it.</summary>
/// <param name="Agreed">Whether facts may be sent to the model.</param>
/// <param name="AgreedAt">When they agreed (UTC); null while they never did.</param>
/// <param name="WithdrawnAt">When they withdrew that (UTC); null while it stands.</param>
/// <param name="LeaveNamesOut">Whether names are left out.</param>
/// <param name="Tone">The tone where none is asked for.</param>
/// <param name="Weekly">Whether each week gets a story.</param>
/// <param name="Monthly">Whether each month gets a story.</param>
/// <param name="Yearly">Whether each year gets a story.</param>
/// <param name="HasModel">Whether the settings name a model.</param>
/// <param name="CallsPerDay">Calls of the model allowed on a day.</param>
/// <param name="CallsLeft">Calls left today.</param>
/// <param name="Acceptance">How often the model's text held.</param>
internal sealed record ChoicesAnswer(
    bool Agreed,
    DateTimeOffset? AgreedAt,
    DateTimeOffset? WithdrawnAt,
    bool LeaveNamesOut,
    NarrativeTone Tone,
    bool Weekly,
    bool Monthly,
    bool Yearly,
    bool HasModel,
    int CallsPerDay,
    int CallsLeft,
    AcceptanceRate Acceptance)
{
    public static ChoicesAnswer Of(NarrativeChoices choices, bool hasModel, NarrativeCalls calls, AcceptanceRate rate) => new(
        choices.HasAgreed,
        choices.AgreedAt,
        choices.WithdrawnAt,
        choices.LeavesNamesOut,
        choices.Tone,
        choices.WeeklySince is not null,
        choices.MonthlySince is not null,
        choices.YearlySince is not null,
        hasModel,
        calls.Limit,
        calls.Left,
        rate);
}
