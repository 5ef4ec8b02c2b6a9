using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Components.Layout;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Connect;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.SignIn;

/// <summary>Registers the Spotify login: keys, tokens, the ways to log in.</summary>
internal static class SpotifyLoginRegistration
{
    private const int SessionDays = 30;

    public static IServiceCollection AddSpotifyLogin(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SpotifyOptions>, RedirectOptionsCheck>();
        services.AddOptions<SpotifyOptions>().ValidateOnStart();
        return services.AddKeyRing().AddTokens().AddLogin().AddSessions();
    }

    /// <summary>Adds what knows which scopes were granted, for a program without login pages too.</summary>
    public static IServiceCollection AddSpotifyConsent(this IServiceCollection services)
    {
        services.AddSingleton<GrantedScopes>();
        services.AddSingleton(static provider => new SpotifyConsent(provider.GetRequiredService<GrantedScopes>()));
        return services;
    }

    private static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<SpotifyApps>();
        services.AddSingleton<GivenRefreshToken>();
        services.AddSingleton<AccountStore>();
        services.AddSpotifyConsent();
        services.AddSingleton<AccountLink>();
        services.AddSingleton<TokenRefresh>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddSingleton<AccountConnected>();
        services.AddSingleton<ConnectionChanged>();
        services.AddSingleton<ConnectionWatcher>();
        services.AddHostedService(static provider => provider.GetRequiredService<ConnectionWatcher>());
        services.AddSingleton<INewsReader>(static provider => provider.GetRequiredService<ConnectionWatcher>());
        services.AddSingleton(static provider => new SpotifyConnection(
            provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
            provider.GetRequiredService<SpotifyApps>(),
            provider.GetRequiredService<GivenRefreshToken>(),
            provider.GetRequiredService<ListenerScope>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddLogin(this IServiceCollection services)
    {
        services.AddSingleton<LoginAttempts>();
        services.AddSingleton<SpotifyLogin>();
        services.AddSingleton<GivenTokenLogin>();
        services.AddHostedService<GivenTokenStart>();
        services.AddSingleton<FirstPlaysReader>();
        services.AddSingleton(new PageBanner(typeof(ConsentBanner)));
        return services;
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(static cookie =>
        {
            cookie.Cookie.Name = "spotify_dashboard";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(SessionDays);
            cookie.SlidingExpiration = true;
        });
        return services;
    }
}
