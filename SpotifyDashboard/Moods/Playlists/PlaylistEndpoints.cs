using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Makes playlists over HTTP.</summary>
internal static class PlaylistEndpoints
{
    public static IEndpointRouteBuilder MapPlaylists(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/playlists", MakeAsync)
            .WithTags("Playlists")
            .WithSummary("Makes a private playlist at Spotify as a job.")
            .WithDescription(
                """Body: { "name", "trackIds" }, public ids of tracks of yours or suggested to you, 10,000 at most. Tracks without a Spotify id are left out, and the job's result says how many. """ +
                "Where the listener has not allowed it yet, 409 with the address to authorise it in a browser as `authorizeUrl`.")
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithQueryRules();
        return endpoints;
    }

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> MakeAsync(
        JsonElement body, HttpRequest request, ListenerDirectory listeners, PlaylistService playlists, PlaylistTracks tracks, CancellationToken cancellationToken)
    {
        var (name, ids) = Read(body);
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return Refuse(PlaylistAccess.NotConnected, request);
        }

        if (await playlists.AccessAsync(listener, cancellationToken) is not PlaylistAccess.Ready and var access)
        {
            return Refuse(access, request);
        }

        var (_, job) = await playlists.AskAsync(listener, name, await FindAsync(tracks, listener, ids, cancellationToken), cancellationToken);
        return job is { } id ? TypedResults.Accepted($"/api/jobs/{id}", new JobStarted(id)) : Refuse(PlaylistAccess.NeedsConsent, request);
    }

    private static async Task<IReadOnlyList<PlaylistTrack>> FindAsync(PlaylistTracks tracks, ListenerProfile listener, string[] ids, CancellationToken cancellationToken)
    {
        var found = await tracks.FindAsync(listener.Id, ids, cancellationToken);
        if (ids.Except(found.Select(static track => track.PublicId), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new RefusedParameterException("trackIds", $"'{unknown}' is no track of yours, and none that was suggested to you.");
        }

        return found.Any(static track => track.SpotifyId is not null)
            ? found
            : throw new RefusedParameterException("trackIds", "Spotify has an id for none of these tracks.");
    }

    private static (string Name, string[] TrackIds) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", "Send a JSON object with name and trackIds.");
        }

        if (body.EnumerateObject().Select(static property => property.Name).FirstOrDefault(static name => name is not ("name" or "trackIds")) is { } unknown)
        {
            throw new RefusedParameterException(unknown, $"'{unknown}' is unknown; send name and trackIds.");
        }

        var name = body.TryGetProperty("name", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString()?.Trim() : null;
        if (name is not { Length: > 0 and <= PlaylistService.LongestName })
        {
            throw new RefusedParameterException("name", $"'name' is a text of 1 to {PlaylistService.LongestName} characters.");
        }

        var ids = body.TryGetProperty("trackIds", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString() ?? "" : "").ToArray()
            : [];
        return ids.Length is > 0 and <= PlaylistService.MostTracks && ids.All(static id => id.Length > 0)
            ? (name, ids)
            : throw new RefusedParameterException("trackIds", $"'trackIds' is a list of 1 to {PlaylistService.MostTracks} ids of tracks.");
    }

    private static ProblemHttpResult Refuse(PlaylistAccess access, HttpRequest request)
    {
        var (detail, page) = access switch
        {
            PlaylistAccess.Demo => ("This is the demo: Spotify knows neither the listener nor the tracks.", null),
            PlaylistAccess.NotConnected => ("Spotify is not connected, or wants a new login.", "/connect"),
            _ => ("You have not yet allowed the dashboard to make playlists. Open the address in a browser, choose “Agree”, and ask again.", SpotifyConsent.AddressFor(SpotifyAccounts.PlaylistScope, "/")),
        };
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (page is not null)
        {
            extensions.Add("authorizeUrl", $"{request.Scheme}://{request.Host}{page}");
        }

        return TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: "The playlist can't be made.", extensions: extensions);
    }
}
