using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The pages by which accounts are made: the owner's with the setup code, others with an invitation.</summary>
internal static class JoinEndpoints
{
    public static IEndpointRouteBuilder MapJoin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/setup", ShowSetupAsync).ExcludeFromDescription();
        endpoints.MapPost("/setup", SetUpAsync).ExcludeFromDescription();
        endpoints.MapGet("/join/{code}", ShowJoinAsync).ExcludeFromDescription();
        endpoints.MapPost("/join/{code}", JoinAsync).ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>The empty form of the setup page.</summary>
    internal static async Task<DoorForm> SetupFormAsync(HttpContext context, SpotifyApps apps, CancellationToken cancellationToken) =>
        DoorReply.NewForm(context) with { SpotifyAddress = await apps.FindSharedAsync(cancellationToken) is null ? null : "/setup/spotify" };

    private static async Task<IResult> ShowSetupAsync(
        string? notice, HttpContext context, AccountDirectory accounts, SpotifyApps apps, SecretBox secrets, CancellationToken cancellationToken)
    {
        if (await accounts.AnyAsync(cancellationToken))
        {
            return TypedResults.LocalRedirect("/sign-in");
        }

        var told = LoginNotice.Read(notice, secrets);
        return DoorReply.Page<SetupPage>(context, await SetupFormAsync(context, apps, cancellationToken) with { Refusal = told?.Message, Hint = told?.Hint });
    }

    private static async Task<IResult> SetUpAsync(
        HttpContext context, Enrolment enrolment, PasswordSignIn guesses, SessionCookie cookie, SpotifyApps apps, CancellationToken cancellationToken)
    {
        var form = await SetupFormAsync(context, apps, cancellationToken);
        if (await DoorReply.ReadAsync(context) is not { } sent)
        {
            return DoorReply.Page<SetupPage>(context, form with { Refusal = DoorReply.StaleWords }, StatusCodes.Status400BadRequest);
        }

        form = Entered(form, sent) with { Code = sent["code"].ToString() };
        if (await guesses.TakeSetupAsync(context.Connection.RemoteIpAddress, cancellationToken) is { } until)
        {
            return DoorReply.Wait<SetupPage>(context, form, until);
        }

        try
        {
            var account = await enrolment.SetUpAsync(form.Code, Wanted(form, sent), cancellationToken);
            await guesses.ClearSetupAsync(context.Connection.RemoteIpAddress, cancellationToken);
            await cookie.SignInAsync(context, account);
            return TypedResults.LocalRedirect("/");
        }
        catch (AccountRefusedException exception)
        {
            return DoorReply.Page<SetupPage>(context, form with { Refusal = exception.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> ShowJoinAsync(string code, HttpContext context, JoinForms forms, CancellationToken cancellationToken)
    {
        var form = await forms.FindAsync(code, context, cancellationToken);
        return DoorReply.Page<JoinPage>(context, form, form.Inviter is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> JoinAsync(
        string code, HttpContext context, JoinForms forms, Enrolment enrolment, SessionCookie cookie, CancellationToken cancellationToken)
    {
        var form = await forms.FindAsync(code, context, cancellationToken);
        if (await DoorReply.ReadAsync(context) is not { } sent)
        {
            return DoorReply.Page<JoinPage>(context, form with { Refusal = DoorReply.StaleWords }, StatusCodes.Status400BadRequest);
        }

        form = Entered(form, sent);
        try
        {
            await cookie.SignInAsync(context, await enrolment.JoinAsync(code, Wanted(form, sent), cancellationToken));
            return TypedResults.LocalRedirect("/");
        }
        catch (AccountRefusedException exception)
        {
            return DoorReply.Page<JoinPage>(context, form with { Refusal = exception.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static DoorForm Entered(DoorForm form, IFormCollection sent) =>
        form with { LoginName = sent["name"].ToString(), DisplayName = sent["display-name"].ToString() };

    private static NewAccount Wanted(DoorForm form, IFormCollection sent) => new(form.DisplayName, form.LoginName, sent["password"].ToString());
}
