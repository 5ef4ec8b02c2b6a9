using SpotifyDashboard.Narrative.Ask;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>Registers the story: its facts, narrators, check, snapshots, questions and letters.</summary>
internal static class NarrativeRegistration
{
    /// <summary>Adds everything about the story.</summary>
    public static IServiceCollection AddNarrative(this IServiceCollection services)
    {
        return services.AddNarrativeFacts().AddNarrators().AddAsk().AddMailReports();
    }
}
