using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Accounts.Passkeys;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn;

/// <summary>Whose dashboard this is, and what they chose.</summary>
internal static class UsersEndpoints
{
    /// <summary>Maps the listener, the login, the way back from Spotify, and what is shared with others.</summary>
    public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder endpoints)
    {
        var users = endpoints.MapGroup("/api/users").WithTags("Users").WithQueryRules();
        users.MapGet("me", FindAsync).WithSummary("The listener whose dashboard this is.").WithExample(UserAnswer.Example);
        users.MapPatch("me", ChangeAsync)
            .WithSummary("Changes time zone, counting rule, theme or language; what is not named stays.")
            .WithDescription("""Body: { "timeZone": IANA name, "countingRule": default|all|finished, "theme": light|dark|system, "language": BCP 47 tag or null }, each optional.""")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithExample(UserAnswer.Example);
        if (endpoints.ServiceProvider.GetRequiredService<ListenerScope>().NeedsVisitor)
        {
            endpoints.MapSignIn().MapPasskeySignIn().MapJoin().MapSpotifyDoors().MapOwnAccount();
        }

        return endpoints.MapAuth().MapCallback().MapShares().MapSharedPages();
    }

    private static async Task<Results<Ok<UserAnswer>, ProblemHttpResult>> FindAsync(ListenerDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindCurrentAsync(cancellationToken) is { } listener ? TypedResults.Ok(UserAnswer.Of(listener)) : Nobody();

    private static async Task<Results<Ok<UserAnswer>, ProblemHttpResult>> ChangeAsync(JsonElement body, ListenerDirectory directory, CancellationToken cancellationToken)
    {
        var change = UserChange.Of(body);
        return await directory.FindCurrentAsync(cancellationToken) is { } listener
            && await directory.ChangeAsync(listener.Id, change.Apply, cancellationToken) is { } changed
            ? TypedResults.Ok(UserAnswer.Of(changed))
            : Nobody();
    }

    private static ProblemHttpResult Nobody() => TypedResults.Problem(
        "Import your Spotify export on the page /import (or POST it to /api/import): the first import makes the listener.",
        statusCode: StatusCodes.Status404NotFound,
        title: "There is no listener yet.");
}
