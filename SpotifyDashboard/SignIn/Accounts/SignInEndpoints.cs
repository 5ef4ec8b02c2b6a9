using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts.Passkeys;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The pages by which one signs in and out.</summary>
internal static class SignInEndpoints
{
    private const string WrongWords = "That name and password don't belong together.";

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", ShowAsync).ExcludeFromDescription();
        endpoints.MapPost("/sign-in", SignInAsync).ExcludeFromDescription();
        endpoints.MapGet("/sign-out", ShowOut).ExcludeFromDescription();
        endpoints.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> ShowAsync(
        string? back, string? notice, HttpContext context, AccountDirectory accounts, SpotifyApps apps, SecretBox secrets, CancellationToken cancellationToken)
    {
        if (Visitor.Of(context.User) is not null)
        {
            return TypedResults.LocalRedirect(WayBack.OwnOrHome(back));
        }

        if (!await accounts.AnyAsync(cancellationToken))
        {
            return TypedResults.LocalRedirect(notice is null ? "/setup" : $"/setup?notice={Uri.EscapeDataString(notice)}");
        }

        var told = LoginNotice.Read(notice, secrets);
        var form = await FormAsync(context, back, apps, cancellationToken);
        return DoorReply.Page<SignInPage>(context, form with { Refusal = told?.Message, Hint = told?.Hint });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, PasswordSignIn passwords, SessionCookie cookie, SpotifyApps apps, CancellationToken cancellationToken)
    {
        if (await DoorReply.ReadAsync(context) is not { } sent)
        {
            return DoorReply.Page<SignInPage>(context, await FormAsync(context, back: null, apps, cancellationToken) with { Refusal = DoorReply.StaleWords }, StatusCodes.Status400BadRequest);
        }

        var form = await FormAsync(context, sent["back"], apps, cancellationToken) with { LoginName = sent["name"].ToString() };
        var answer = await passwords.TryAsync(form.LoginName, sent["password"].ToString(), context.Connection.RemoteIpAddress, cancellationToken);
        if (answer.Account is { } account)
        {
            await cookie.SignInAsync(context, account);
            return TypedResults.LocalRedirect(form.Back);
        }

        return answer.WaitUntil is { } until
            ? DoorReply.Wait<SignInPage>(context, form, until)
            : DoorReply.Page<SignInPage>(context, form with { Refusal = WrongWords }, StatusCodes.Status401Unauthorized);
    }

    private static IResult ShowOut(HttpContext context) => Visitor.Of(context.User) is { } visitor
        ? DoorReply.Page<SignOutPage>(context, DoorReply.NewForm(context) with { DisplayName = visitor.Name })
        : TypedResults.LocalRedirect("/sign-in");

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionCookie cookie, SessionStore sessions)
    {
        if (await DoorReply.ReadAsync(context) is not { } sent || Visitor.Of(context.User) is not { } visitor)
        {
            return TypedResults.LocalRedirect("/sign-out");
        }

        if (sent["everywhere"] == "true")
        {
            await sessions.EndAllAsync(visitor.AccountId, except: null, CancellationToken.None);
        }

        await cookie.SignOutAsync(context);
        return TypedResults.LocalRedirect("/sign-in");
    }

    /// <summary>The empty form of the sign-in page.</summary>
    internal static async Task<DoorForm> FormAsync(HttpContext context, string? back, SpotifyApps apps, CancellationToken cancellationToken)
    {
        var own = WayBack.OwnOrHome(back);
        var knowsSpotify = await apps.FindAsync(cancellationToken) is not null;
        return DoorReply.NewForm(context) with
        {
            Back = own,
            OffersPasskeys = PasskeyPlace.Allows(context.Request),
            SpotifyAddress = knowsSpotify ? $"/sign-in/spotify?back={Uri.EscapeDataString(own)}" : null,
        };
    }
}
