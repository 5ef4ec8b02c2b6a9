using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage();
builder.Services.AddJobs();

var app = builder.Build();
await app.Services.PrepareDatabaseAsync(CancellationToken.None);
app.MapJobs();
await app.RunAsync();
