using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What every request goes through where accounts are on: whose it is, and whether they may.</summary>
internal static class VisitorRegistration
{
    private static readonly PathString s_circuit = "/_blazor";
    private static readonly PathString s_api = "/api";

    /// <summary>Finds out who asks, and lets what follows see their listener's rows alone: nobody's where nobody signed in.</summary>
    public static WebApplication UseVisitors(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ListenerScope>() is { NeedsVisitor: true } scope)
        {
            app.Use((context, next) => EnterAsync(context, next, scope));
        }

        return app;
    }

    private static async Task EnterAsync(HttpContext context, RequestDelegate next, ListenerScope scope)
    {
        if (OpenAddresses.IsOfTheHouse(context.Request.Path))
        {
            await next(context);
            return;
        }

        var isToken = BearerScheme.IsMeant(context.Request) && context.Request.Path.StartsWithSegments(s_api, StringComparison.OrdinalIgnoreCase);
        var found = await context.AuthenticateAsync(isToken ? BearerScheme.Name : CookieAuthenticationDefaults.AuthenticationScheme);
        context.User = found.Principal ?? new();
        var visitor = Visitor.Of(context.User);
        using var entered = scope.Enter(visitor?.ListenerId ?? 0, isReadOnly: visitor is { MayChange: false } || BearerScheme.IsReadOnly(context.User));
        using var held = HoldCircuit(context);
        await next(context);
    }

    /// <summary>The connection of a tab ends with its session.</summary>
    private static IDisposable? HoldCircuit(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest && context.Request.Path.StartsWithSegments(s_circuit, StringComparison.OrdinalIgnoreCase) && SessionPass.SessionOf(context.User) is { } session
            ? context.RequestServices.GetRequiredService<OpenTabs>().Hold(session, context.Abort)
            : null;
}
