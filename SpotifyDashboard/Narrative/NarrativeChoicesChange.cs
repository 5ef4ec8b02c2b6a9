using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>What a listener changes of their choices; null leaves a choice as it is.</summary>
/// <param name="Agrees">Whether facts may be sent to the model from now on.</param>
/// <param name="LeavesNamesOut">Whether names are left out from now on.</param>
/// <param name="Tone">The tone where none is asked for.</param>
/// <param name="Weekly">Whether each week gets a story, beginning with the one that now runs.</param>
/// <param name="Monthly">Whether each month gets a story, beginning with the one that now runs.</param>
/// <param name="Yearly">Whether each year gets a story, beginning with the one that now runs.</param>
public sealed record NarrativeChoicesChange(
    bool? Agrees = null, bool? LeavesNamesOut = null, NarrativeTone? Tone = null, bool? Weekly = null, bool? Monthly = null, bool? Yearly = null);
