using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Refuses what a guest, or a token that only reads, may not do before any of it is read; the storage refuses it again (<see cref="ReadOnlyVisitorException"/>).</summary>
internal sealed partial class GuestWall(RequestDelegate next, ListenerScope scope, ILogger<GuestWall> logger)
{
    /// <summary>What is theirs all the same: their session and their account.</summary>
    private static readonly string[] s_own = ["/sign-in", "/sign-out", "/setup", "/join", "/account", "/api/account", "/api/auth/logout", "/_blazor"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!scope.IsReadOnly || Visitor.Of(context.User) is null || IsReading(context.Request.Method) || IsOwn(context.Request.Path))
        {
            await next(context);
            return;
        }

        LogRefused(context.Request.Method);
        await ReadOnlyRefusals.Problem(new ReadOnlyVisitorException()).ExecuteAsync(context);
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(PathString path) => Array.Exists(s_own, own => path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(LogLevel.Information, "Refused a {Method} of somebody who may only look")]
    private partial void LogRefused(string method);
}
