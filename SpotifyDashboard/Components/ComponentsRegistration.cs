using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Components;

internal static class ComponentsRegistration
{
    /// <summary>Registers what pages need to be drawn: interactive server components.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(PageAssemblies.OwnOnly);
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    /// <summary>Answers a failed or unknown page with words, and one whose subject is unknown with its status; addresses under <c>/api</c> keep their own problem details.</summary>
    public static WebApplication UsePageErrors(this WebApplication app)
    {
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), static pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,

                // What was sent is at fault: it arrived too slowly, or too much of it. The log of requests says so.
                StatusCodeSelector = static exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = static failed => failed.Exception is BadHttpRequestException,
            });
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
            pages.Use(static async (context, next) =>
            {
                AskedEndpoint.Keep(context);
                foreach (var subjects in context.RequestServices.GetServices<IPageSubjects>())
                {
                    if (await subjects.IsMissingAsync(context.Request, context.RequestAborted))
                    {
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                    }
                }

                await next(context);
            });
        });

        // Stated, because the implicit one stands before the branch above: a page asked for again would not be routed again.
        app.UseRouting();
        return app;
    }

    /// <summary>Maps the static files and every page of this assembly (and of <see cref="PageAssemblies"/>). Called last: what others mapped is built once from here on.</summary>
    public static WebApplication MapPages(this WebApplication app)
    {
        EndpointsOnce.Wrap(app);
        app.MapStaticAssets();
        var pages = app.MapRazorComponents<App>()

            // Who may frame a page stands with all else in its one policy; the framework would add one of its own.
            .AddInteractiveServerRenderMode(static server => server.ContentSecurityFrameAncestorsPolicy = null);
        foreach (var assembly in app.Services.GetRequiredService<PageAssemblies>().Assemblies)
        {
            pages.AddAdditionalAssemblies(assembly);
        }

        return app;
    }
}
