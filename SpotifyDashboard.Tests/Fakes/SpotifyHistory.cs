using System.Globalization;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary><c>GET /me/player/recently-played</c>: the last 50 plays that have become visible, and never more.</summary>
internal static class SpotifyHistory
{
    private const int Window = 50;

    public static FakeAnswer Answer(SpotifyCall call, SpotifyWorld world)
    {
        if (call.Lacks(SpotifyScopes.RecentlyPlayed) is { } lacking)
        {
            return lacking;
        }

        var parameters = call.Parameters("limit", "after", "before");
        var limit = parameters.Int("limit", 1, 50, 20);
        var after = parameters.Long("after", 0, long.MaxValue);
        var before = parameters.Long("before", 0, long.MaxValue);
        if (after is not null && before is not null)
        {
            throw new RefusedException("after and before exclude each other.");
        }

        var shown = Visible(world.PlaysOf(call.User), call.Request.At)
            .Where(play => after is null || play.EndedAt.ToUnixTimeMilliseconds() > after)
            .Where(play => before is null || play.EndedAt.ToUnixTimeMilliseconds() < before)
            .Take(limit)
            .ToList();
        return FakeAnswer.Json(Page(call, limit, shown));
    }

    /// <summary>What the service still knows at an instant, newest first.</summary>
    public static IReadOnlyList<WorldPlay> Visible(IEnumerable<WorldPlay> plays, DateTimeOffset now) =>
        [.. plays.Where(play => play.EndedAt <= now && play.VisibleAt <= now).OrderByDescending(play => play.EndedAt).Take(Window)];

    private static JsonObject Page(SpotifyCall call, int limit, List<WorldPlay> shown)
    {
        var page = new JsonObject { ["href"] = $"{call.ApiUrl}{call.Path}{call.Request.QueryString}", ["limit"] = limit };
        if (shown.Count == 0)
        {
            page["items"] = new JsonArray();
            page["next"] = null;
            page["cursors"] = null;
            return page;
        }

        var oldest = Milliseconds(shown[^1]);
        page["next"] = shown.Count == limit ? $"{call.ApiUrl}{call.Path}?before={oldest}&limit={limit.ToString(CultureInfo.InvariantCulture)}" : null;
        page["cursors"] = new JsonObject { ["after"] = Milliseconds(shown[0]), ["before"] = oldest };
        var shapes = new SpotifyShapes(call.ApiUrl, call.IsExtended);
        page["items"] = new JsonArray([.. shown.Select(play => (JsonNode)new JsonObject
        {
            ["played_at"] = play.EndedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["track"] = shapes.Track(play.Track),
            ["context"] = shapes.Context(play.ContextUri),
        })]);
        return page;
    }

    private static string Milliseconds(WorldPlay play) => play.EndedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
