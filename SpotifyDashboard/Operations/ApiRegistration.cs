using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Operations;

/// <summary>What all endpoints of the API have in common: JSON, problem details, description.</summary>
internal static class ApiRegistration
{
    private static readonly string[] s_roots = ["/api", "/health", "/openapi"];

    /// <summary>Adds JSON settings, problem details and the OpenAPI description.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Converters.Add(new UtcMomentConverter()));
        services.AddProblemDetails();
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
                StatusCodeSelector = static exception => exception switch
                {
                    BadHttpRequestException refused => refused.StatusCode,
                    ReadOnlyVisitorException => StatusCodes.Status403Forbidden,
                    _ => StatusCodes.Status500InternalServerError,
                },
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

    private static bool IsApi(HttpContext context) =>
        Array.Exists(s_roots, root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
