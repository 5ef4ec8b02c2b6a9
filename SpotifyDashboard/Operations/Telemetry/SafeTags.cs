using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Takes from a span what could name a person, a track or a secret: only tags of a fixed list leave the machine.</summary>
/// <remarks>The framework's spans carry paths, queries, browsers and addresses; a path may be a share link, a query a search.</remarks>
internal sealed class SafeTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> s_safe = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method", "http.route", "http.response.status_code", "network.protocol.version", "server.address", "server.port", "url.scheme", "error.type",
        "db.system.name", "db.system", "db.namespace", "db.operation.name", "db.response.status_code",
        "aspnetcore.components.route", "aspnetcore.components.type", "aspnetcore.components.method", "aspnetcore.components.attribute.name",
        ProgramTrace.Kind, ProgramTrace.Outcome);

    public override void OnEnd(Activity data)
    {
        var route = data.GetTagItem("http.route") as string ?? data.GetTagItem("aspnetcore.components.route") as string;
        foreach (var tag in data.TagObjects.Select(static tag => tag.Key).Where(static key => !s_safe.Contains(key)).ToList())
        {
            data.SetTag(tag, null);
        }

        if (data.Status == ActivityStatusCode.Error)
        {
            // Its words may be an exception's.
            data.SetStatus(ActivityStatusCode.Error, description: null);
        }

        // A name may hold a path; one of ours, or of a library's operation, never does.
        if (data.Source.Name != ProgramTrace.Name)
        {
            data.DisplayName = route is null ? data.OperationName : $"{data.GetTagItem("http.request.method") ?? "Show"} {route}";
        }
    }
}
