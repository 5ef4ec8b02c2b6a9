using SpotifyDashboard.Components;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Overview;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage();
builder.Services.AddJobs();
builder.Services.AddCircuitSession();
builder.Services.AddPages();
builder.Services.AddStatistics();
builder.Services.AddMoods();
builder.Services.AddDemo();
builder.Services.AddOverview();

var app = builder.Build();
await app.Services.PrepareDatabaseAsync(CancellationToken.None);
app.UsePageErrors();
app.UseAntiforgery();
app.MapJobs();
app.MapMoods();
app.MapPages();
await app.RunAsync();
