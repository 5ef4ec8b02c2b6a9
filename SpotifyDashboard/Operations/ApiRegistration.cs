using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations;

/// <summary>What all endpoints of the API have in common: JSON, problem details, description.</summary>
internal static class ApiRegistration
{
    private static readonly string[] s_roots = ["/api", "/health", "/openapi"];

    /// <summary>Adds JSON settings, problem details and the OpenAPI description.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Converters.Add(new UtcMomentConverter()));
        services.AddProblemDetails(static problems => problems.CustomizeProblemDetails = NameStorageFailure);
        services.AddOpenApi(static description => description.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "Spotify Dashboard";
            document.Info.Description =
                "One's own listening, from one's own machine. JSON in camelCase, times in UTC (ISO 8601), days as YYYY-MM-DD in the listener's zone. "
                + "Errors are problem details (RFC 9457); an unknown parameter is an error.";
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>Answers every failure under <c>/api</c>, <c>/health</c> and <c>/openapi</c> with problem details instead of a page.</summary>
    public static WebApplication UseApiErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, static api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = static exception => StatusOf(exception),

                // What was sent is at fault: no JSON, too slow, or too much of it. The log of requests says so.
                SuppressDiagnosticsCallback = static failed => failed.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages();
        });
        return app;
    }

    /// <summary>Maps <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapApiDescription(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi();
        return endpoints;
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        ReadOnlyVisitorException => StatusCodes.Status403Forbidden,
        _ when StorageFailure.Of(exception) is not null => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A full disk or a database that does not answer is named, with the time after which to ask again.</summary>
    private static void NameStorageFailure(ProblemDetailsContext problem)
    {
        var services = problem.HttpContext.RequestServices;
        if (problem.Exception is not (null or BadHttpRequestException) && services.GetRequiredService<StorageCondition>().Note(problem.Exception) is { } failure)
        {
            problem.HttpContext.Response.Headers.RetryAfter = StorageFailure.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            problem.ProblemDetails.Detail = failure.Text;
        }
    }

    private static bool IsApi(HttpContext context) =>
        Array.Exists(s_roots, root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
