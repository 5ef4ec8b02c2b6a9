using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Where signing in, joining and setting up with Spotify begin; the way back is the callback's.</summary>
internal static class SpotifyDoorEndpoints
{
    public static IEndpointRouteBuilder MapSpotifyDoors(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/spotify", EnterAsync).ExcludeFromDescription();
        endpoints.MapGet("/join/{code}/spotify", JoinAsync).ExcludeFromDescription();
        endpoints.MapPost("/setup/spotify", SetUpAsync).ExcludeFromDescription();
        return endpoints;
    }

    private static Task<IResult> EnterAsync(string? back, HttpContext context, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken) =>
        GoAsync(context, login, secrets, LoginPurpose.Enter, WayBack.OwnOrHome(back), cancellationToken);

    private static async Task<IResult> JoinAsync(
        string code, HttpContext context, JoinForms forms, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken)
    {
        var form = await forms.FindAsync(code, context, cancellationToken);
        return form.SpotifyAddress is null
            ? TypedResults.LocalRedirect($"/join/{Uri.EscapeDataString(code)}")
            : await GoAsync(context, login, secrets, LoginPurpose.Join(code), "/", cancellationToken);
    }

    /// <summary>The code is asked for before the way to Spotify: whoever does not have it is sent nowhere.</summary>
    private static async Task<IResult> SetUpAsync(
        HttpContext context, Enrolment enrolment, PasswordSignIn guesses, SpotifyLogin login, SpotifyApps apps, SecretBox secrets, CancellationToken cancellationToken)
    {
        var form = await JoinEndpoints.SetupFormAsync(context, apps, cancellationToken);
        if (await DoorReply.ReadAsync(context) is not { } sent)
        {
            return DoorReply.Page<SetupPage>(context, form with { Refusal = DoorReply.StaleWords }, StatusCodes.Status400BadRequest);
        }

        form = form with { Code = sent["code"].ToString() };
        if (CallbackEndpoints.OtherNameOfThisPlace(context.Request, login.Redirect) is { } other)
        {
            return DoorReply.Page<SetupPage>(
                context, form with { Refusal = $"Spotify comes back to {other}.", Hint = $"Open {other}/setup and enter the code there." }, StatusCodes.Status400BadRequest);
        }

        if (await guesses.TakeSetupAsync(context.Connection.RemoteIpAddress, cancellationToken) is { } until)
        {
            return DoorReply.Wait<SetupPage>(context, form, until);
        }

        try
        {
            await enrolment.CheckSetupAsync(form.Code, cancellationToken);
        }
        catch (AccountRefusedException exception)
        {
            return DoorReply.Page<SetupPage>(context, form with { Refusal = exception.Message }, StatusCodes.Status400BadRequest);
        }

        await guesses.ClearSetupAsync(context.Connection.RemoteIpAddress, cancellationToken);
        return await GoAsync(context, login, secrets, LoginPurpose.SetUp(form.Code), "/", cancellationToken);
    }

    private static async Task<IResult> GoAsync(
        HttpContext context, SpotifyLogin login, SecretBox secrets, LoginPurpose purpose, string back, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(context.Request.Method) && CallbackEndpoints.OtherNameOfThisPlace(context.Request, login.Redirect) is { } other)
        {
            return TypedResults.Redirect($"{other}{context.Request.Path}{context.Request.QueryString}");
        }

        WayBack.Remember(context, back);
        try
        {
            return TypedResults.Redirect((await login.BeginAsync(BrowserBinding.Give(context), cancellationToken, purpose: purpose)).Url.AbsoluteUri);
        }
        catch (LoginException exception)
        {
            return TypedResults.LocalRedirect(LoginNotice.Of(exception).ToAddress(secrets, LoginNotice.SignInPage));
        }
    }
}
