using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Operations.Status;

/// <summary>Rows of an installation that has followed Spotify for a while and is in some trouble.</summary>
internal static class StatusStock
{
    public const string SecretToken = "AQDsecretRefresh0001";

    public const string AccountName = "Mara <b>Lindqvist</b>";

    /// <summary>Stores a connected listener with polls, calls, a block, gaps and services.</summary>
    public static async Task StoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var own = await services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(cancellationToken);
        await services.GetRequiredService<ListenerDirectory>().ChangeAsync(
            own, listener => (listener.DisplayName, listener.AuthorizedAt) = (AccountName, now.AddMonths(-6).AddDays(12)), cancellationToken);
        await using var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(cancellationToken);
        context.SpotifyAccounts.Add(new SpotifyAccountRow
        {
            ListenerId = own,
            AccountId = "account",
            UserId = "mara.l",
            ClientId = "client",
            Scopes = "",
            RefreshToken = SecretToken,
            AccessToken = "BQDsecretAccess0001",
            AccessExpiresAt = now.AddMinutes(50),
        });
        context.PollStates.Add(new PollStateRow
        {
            ListenerId = own,
            LastAttemptAt = now.AddMinutes(-3),
            LastSuccessAt = now.AddMinutes(-33),
            NextDueAt = now.AddMinutes(12),
            Why = "You are listening.",
            FailingSince = now.AddMinutes(-3),
            LastFailure = "Spotify did not answer within 10 s.",
        });
        context.ApiCalls.AddRange(Enumerable.Range(0, 40).Select(i => new ApiCallRow { EndpointGroup = "recently-played", Priority = 1, At = now.AddMinutes(-i * 20), StatusCode = 200 }));
        context.ApiCalls.Add(new ApiCallRow { EndpointGroup = "top", Priority = 2, At = now.AddHours(-25), StatusCode = 200 });
        context.ServiceBlocks.Add(new ServiceBlockRow { Service = "spotify", EndpointGroup = "", BlockedUntil = now.AddMinutes(50), Since = now, Reason = "The app's daily quota is used up (QUOTA_EXCEEDED)." });
        context.ServiceStates.Add(new ServiceStateRow { Service = "reccobeats", LastFailureAt = now.AddMinutes(-2), LastFailure = "The service answered with <script>alert(1)</script>." });
        context.Gaps.Add(new Gap { ListenerId = own, FromAt = now.AddHours(-9), ToAt = now.AddHours(-5), FoundAt = now.AddHours(-5) });
        context.Gaps.Add(new Gap { ListenerId = own, FromAt = now.AddDays(-9), ToAt = now.AddDays(-8), FoundAt = now.AddDays(-8), ClosedAt = now.AddDays(-1), ClosedBy = "my_spotify_data.zip" });
        await context.SaveChangesAsync(cancellationToken);
    }
}
