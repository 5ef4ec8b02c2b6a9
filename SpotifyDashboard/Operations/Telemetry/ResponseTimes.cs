using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Takes the time of every answer of the API, and counts what failed. Stands before everything else, so that what the walls refuse is counted too.</summary>
internal sealed class ResponseTimes(DashboardMeter meter, TimeProvider time) : IStartupFilter
{
    /// <summary>Answers, and those among them that are this program's fault (status 500 and above).</summary>
    public HitTally Failures { get; } = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(MeasureAsync);
        next(app);
    };

    /// <summary>The framework's own span says nothing of what was asked for.</summary>
    private static void Describe(Activity? span, TagList tags)
    {
        if (span is { IsAllDataRequested: true })
        {
            foreach (var (name, value) in tags)
            {
                span.SetTag(name, value);
            }
        }
    }

    private async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            // Stays open as long as its tab.
            await next(context);
            return;
        }

        var started = time.GetTimestamp();
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            // Who hung up is no failure of ours.
            Failures.Count(asked: 1, found: status >= StatusCodes.Status500InternalServerError && !context.RequestAborted.IsCancellationRequested ? 1 : 0);
            var tags = new TagList { { "http.request.method", RequestRoute.MethodOf(context.Request) }, { "http.route", RequestRoute.Of(context) }, { "http.response.status_code", status } };
            if (isApi)
            {
                meter.ResponseTime.Record(time.GetElapsedTime(started).TotalSeconds, tags);
            }

            Describe(context.Features.Get<IHttpActivityFeature>()?.Activity, tags);
        }
    }
}
