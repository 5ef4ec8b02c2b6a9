using Microsoft.Extensions.Options;
using SpotifyDashboard.Components;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Narrative.Ask;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Narrative.Pages;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Narrative;

/// <summary>Registers the story: its facts, narrators, check, snapshots, questions and letters.</summary>
internal static class NarrativeRegistration
{
    /// <summary>Adds everything about the story.</summary>
    public static IServiceCollection AddNarrative(this IServiceCollection services)
    {
        services.AddSingleton<IStoryMaker>(static provider => new StoryMaker(
            provider.GetRequiredService<NarrativeFactsService>(), provider.GetRequiredService<StoryWriter>, provider.GetRequiredService<IOptions<LanguageModelOptions>>()));
        services.AddStories();
        services.AddHostedService<NarrativeSchedule>();
        services.AddSingleton<IPageSubjects, StoryPageSubjects>();
        return services.AddNarrativeFacts().AddNarrators().AddAsk().AddMailReports();
    }

    /// <summary>Adds what keeps stories and lets them be written, by whatever <see cref="IStoryMaker"/>.</summary>
    internal static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton<NarrativesChanged>();
        services.AddListenerNews<NarrativesChanged>("stories");
        services.AddSingleton<NarrativeStore>();
        services.AddSingleton<NarrativeChoicesStore>();
        services.AddSingleton<NarrativeCallGuard>();
        services.AddSingleton<ICallGuard>(static provider => provider.GetRequiredService<NarrativeCallGuard>());
        services.AddSingleton<NarrativeDrafts>();
        services.AddSingleton<NarrativeTurns>();
        services.AddSingleton<NarrativeQueue>();
        services.AddSingleton<IJobHandler, NarrativeJob>();
        services.AddSingleton<INewestNarrative, NewestNarrative>();
        services.AddSingleton(static provider => new NarrativeService(
            provider.GetRequiredService<NarrativeQueue>(),
            provider.GetRequiredService<NarrativeStore>(),
            provider.GetRequiredService<NarrativeChoicesStore>(),
            provider.GetRequiredService<NarrativeCallGuard>(),
            provider.GetRequiredService<NarrativeDrafts>(),
            provider.GetRequiredService<IStoryMaker>(),
            provider.GetRequiredService<JobRunner>()));
        return services;
    }
}
