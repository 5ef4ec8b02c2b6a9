using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Components.Layout;
using SpotifyDashboard.SignIn.Accounts.Passkeys;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Registers accounts: who may sign in, how, and for how long.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Admission>();
        services.AddSingleton<SealedFacts>();
        services.AddSingleton<SetupCode>();
        services.AddHostedService<SetupNotice>();
        services.AddSingleton<GuessLimiter>();
        services.AddSingleton<PersonalTokens>();
        services.AddSingleton<SpotifyArrival>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<JoinForms>();
        return services.AddPasskeys().AddVisitorSessions();
    }

    private static IServiceCollection AddVisitorSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionsEnded>();
        services.AddSingleton<INewsReader, SessionNews>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<OpenTabs>();
        services.AddHostedService<SessionWatcher>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<CircuitHandler, VisitorCircuit>());
        services.AddSingleton(new PageBanner(typeof(SessionEnd)));
        services.AddSingleton(new PageBanner(typeof(FirstSteps)));

        // No default scheme: who asks is found out in one place (VisitorRegistration), behind the walls.
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerScheme>(BearerScheme.Name, configureOptions: null);
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<Storage.ListenerScope>(static (cookie, scope) =>
            {
                if (scope.NeedsVisitor)
                {
                    cookie.ExpireTimeSpan = SessionStore.Longest;
                    cookie.SlidingExpiration = false;
                    cookie.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
                }
            });
        return services;
    }
}
