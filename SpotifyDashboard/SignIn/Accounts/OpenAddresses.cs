using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What may be seen without signing in. All else needs an account, also what nobody thought of.</summary>
internal static class OpenAddresses
{
    private const string ErrorPage = "/error";

    private static readonly PathString[] s_doors =
        ["/sign-in", "/setup", "/join", "/connect/paste", "/api/auth/url", "/api/auth/login", "/api/auth/logout"];

    private static readonly PathString[] s_ofTheHouse = [PageAccess.LinkPath, PageAccess.PublicTop20Path, "/health", "/mail/unsubscribe"];

    /// <summary>Whether anybody may ask for it.</summary>
    public static bool IsOpen(HttpContext context) =>
        Array.Exists(s_doors, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        || IsOfTheHouse(context.Request.Path)
        || context.GetEndpoint()?.Metadata is { } told && (told.GetMetadata<IAllowAnonymous>() is not null || told.GetMetadata<StaticAssetDescriptor>() is not null);

    /// <summary>Whether it says itself whose rows it shows: a shared page of its owner, a letter's link of its reader.</summary>
    public static bool IsOfTheHouse(PathString path) =>
        Array.Exists(s_ofTheHouse, open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the program came here itself, because something failed.</summary>
    public static bool IsErrorPage(PathString path) => path.StartsWithSegments(ErrorPage, StringComparison.OrdinalIgnoreCase);
}
