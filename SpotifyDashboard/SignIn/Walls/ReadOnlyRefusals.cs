using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Answers 403 where the storage refused to write for a guest.</summary>
internal sealed class ReadOnlyRefusals : IExceptionHandler
{
    /// <summary>The problem that says so.</summary>
    public static ProblemHttpResult Problem(ReadOnlyVisitorException exception) =>
        TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status403Forbidden, title: "This is for looking only.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not ReadOnlyVisitorException refused)
        {
            return false;
        }

        await Problem(refused).ExecuteAsync(httpContext);
        return true;
    }
}
