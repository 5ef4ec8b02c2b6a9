using System.Globalization;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What belongs to a user: <c>/me</c>, <c>/me/top/…</c>, <c>/me/tracks</c>.</summary>
internal static class SpotifyLibrary
{
    public static FakeAnswer Me(SpotifyCall call)
    {
        call.Parameters();
        return FakeAnswer.Json(new SpotifyShapes(call.ApiUrl, call.IsExtended).User(call.User));
    }

    public static FakeAnswer Top(SpotifyCall call, SpotifyWorld world, string type)
    {
        if (call.Lacks(SpotifyScopes.Top) is { } lacking)
        {
            return lacking;
        }

        var parameters = call.Parameters("time_range", "limit", "offset");
        var range = parameters.Choice("time_range", "medium_term", "short_term", "medium_term", "long_term");
        var limit = parameters.Int("limit", 1, 50, 20);
        var offset = parameters.Int("offset", 0, int.MaxValue, 0);
        var shapes = new SpotifyShapes(call.ApiUrl, call.IsExtended);
        var artists = world.Artists.ToDictionary(artist => artist.Id, StringComparer.Ordinal);
        return FakeAnswer.Json(call.Page(
            world.TopOf(call.User, type, range, call.Request.At),
            offset,
            limit,
            id => type == "artists" ? shapes.Artist(artists[id]) : world.FindTrack(id) is { } track ? shapes.Track(track) : null,
            $"&time_range={range}"));
    }

    public static FakeAnswer SavedTracks(SpotifyCall call, SpotifyWorld world)
    {
        if (call.Lacks(SpotifyScopes.Library) is { } lacking)
        {
            return lacking;
        }

        var parameters = call.Parameters("limit", "offset", "market");
        parameters.Market();
        var shapes = new SpotifyShapes(call.ApiUrl, call.IsExtended);
        return FakeAnswer.Json(call.Page(
            world.SavedBy(call.User),
            parameters.Int("offset", 0, int.MaxValue, 0),
            parameters.Int("limit", 1, 50, 20),
            saved => new JsonObject
            {
                ["added_at"] = saved.AddedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["track"] = saved.Track.HasVanished ? null : shapes.Track(saved.Track),
            }));
    }
}
