using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People.Deletion;

namespace SpotifyDashboard.SignIn.People;

/// <summary>Who may ask what of <c>/api/account</c> and <c>/api/people</c>.</summary>
internal static class AccountRules
{
    /// <summary>Answers 403 to whoever is no owner where <paramref name="ownersOnly"/>, and to programs that want to change an account: that takes a browser in which somebody signed in.</summary>
    public static TBuilder WithAccountRules<TBuilder>(this TBuilder endpoints, bool ownersOnly)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (CurrentVisitor.Of(http) is not { } visitor || (ownersOnly && !visitor.IsOwner))
        {
            return Refuse("Only an owner of this dashboard may do that.");
        }

        if (!HttpMethods.IsGet(http.Request.Method) && SessionPass.SessionOf(http.User) is null)
        {
            return Refuse("An access token can't change accounts; sign in with a browser and do it there.");
        }

        try
        {
            return await next(context);
        }
        catch (Exception refused) when (refused is AccountRefusedException or DeletionRefusedException)
        {
            return TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status409Conflict, title: "That can't be done.");
        }
    });

    /// <summary>The visitor of a request that passed <see cref="WithAccountRules"/>.</summary>
    public static Visitor VisitorOf(HttpContext context) =>
        CurrentVisitor.Of(context) ?? throw new InvalidOperationException("Nobody signed in, although the rules of accounts let the request pass.");

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Refuse(string why) =>
        TypedResults.Problem(why, statusCode: StatusCodes.Status403Forbidden, title: "That is not yours to do.");
}
