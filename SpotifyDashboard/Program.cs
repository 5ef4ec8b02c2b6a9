using SpotifyDashboard.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage();

var app = builder.Build();
await app.Services.PrepareDatabaseAsync(CancellationToken.None);
await app.RunAsync();
