using Microsoft.Extensions.Options;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.SignIn.Walls;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn;

/// <summary>Registers the access rules.</summary>
internal static class AccessRegistration
{
    /// <summary>Adds the settings of section <c>Access</c>, checked at start, the Spotify login and share links.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsCheck>();
        return services.AddWalls().AddSpotifyLogin().AddAccounts().AddSharing().AddPeople();
    }

    /// <summary>Refuses what may not be served. Stands before everything else, so that not even a static file escapes it.</summary>
    public static WebApplication UseAccessRules(this WebApplication app)
    {
        return app.UseWalls().UseSharedFront().UseVisitors().UseVisitorWalls();
    }

    /// <summary>Refuses what needs an account to whoever has none. Stands behind routing, which says what was asked for.</summary>
    public static WebApplication UseGate(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ListenerScope>().NeedsVisitor)
        {
            app.Use(static (context, next) =>
                Visitor.Of(context.User) is null && !OpenAddresses.IsOpen(context) ? Gate.RefuseAsync(context)
                : Gate.IsBeyondToken(context) ? Gate.RefuseTokenAsync(context)
                : next(context));
        }

        app.UseAntiforgery();
        return app;
    }
}
