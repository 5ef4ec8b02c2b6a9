using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.SignIn;

/// <summary>Registers the access rules.</summary>
internal static class AccessRegistration
{
    /// <summary>Adds the settings of section <c>Access</c>, checked at start, the Spotify login and share links.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsCheck>();
        return services.AddSpotifyLogin().AddSharing().AddPeople();
    }

    /// <summary>Refuses what may not be served. Stands before everything else, so that not even a static file escapes it.</summary>
    public static WebApplication UseAccessRules(this WebApplication app)
    {
        app.Use(static async (context, next) =>
        {
            AddSecurityHeaders(context.Response.Headers, PageAccess.IsOpen(context.Request.Path));
            if (LocalAccess.WhyRefused(context) is not { } reason)
            {
                await next(context);
                return;
            }

            await TypedResults.Problem(reason, statusCode: StatusCodes.Status403Forbidden, title: "This request is refused.").ExecuteAsync(context);
        });
        return app;
    }

    private static void AddSecurityHeaders(IHeaderDictionary headers, bool isForVisitors)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = isForVisitors ? "no-referrer" : "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'";
    }
}
