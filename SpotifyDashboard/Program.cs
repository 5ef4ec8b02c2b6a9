using SpotifyDashboard.Caching;
using SpotifyDashboard.Catalogue;
using SpotifyDashboard.Components;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Operations;
using SpotifyDashboard.Overview;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;

return await HealthCommand.RunAsync(args, Console.Out, Console.Error) ?? await StartFailure.ToSentenceAsync(RunAsync, Console.Error);

async Task<int> RunAsync()
{
    var builder = WebApplication.CreateBuilder(ContentRoot.OptionsFor(args)).UseSettingAliases().UseListeningAddress();
    builder.WebHost.UseStaticWebAssets();
    Commands.ConfigureLogging(builder.Logging, args);
    builder.Services.AddClock(args);
    builder.Services.AddStorage();
    builder.Services.AddCaching();
    builder.Services.AddProviders();
    builder.Services.AddJobs();
    builder.Services.AddCircuitSession();
    builder.Services.AddPages();
    builder.Services.AddAccess();
    builder.Services.AddIngest();
    builder.Services.AddStatistics();
    builder.Services.AddMoods().AddSurvey().AddLyrics().AddNarrative();
    builder.Services.AddOperations();
    builder.Services.AddDemo().AddOverview().AddCatalogue();

    var app = builder.Build();
    app.Services.CheckSettings();
    await Commands.PrepareDatabaseAsync(app.Services, args, CancellationToken.None);
    if (await Commands.RunAsync(app.Services, args) is { } code)
    {
        return code;
    }

    app.UseAccessRules();
    app.UseApiErrors();
    app.UsePageErrors();
    app.UseGate();
    app.MapJobs().MapIngest().MapUsers().MapStatistics();
    app.MapMoods().MapSurvey().MapLyrics().MapNarrative().MapCatalogue();
    app.MapOperations();
    app.MapPages();
    await app.RunAsync();
    return 0;
}
