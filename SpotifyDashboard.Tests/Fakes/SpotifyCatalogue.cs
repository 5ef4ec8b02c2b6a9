using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Tracks, albums, artists and their sound, one at a time or, for extended apps, many.</summary>
internal sealed class SpotifyCatalogue(SpotifyWorld world, SpotifyApp app)
{
    /// <summary>The answer to a path of the catalogue; null when it is none.</summary>
    public FakeAnswer? Answer(SpotifyCall call) => call.Segments switch
    {
        ["tracks"] => Many(call, "tracks", 50, Track),
        ["albums"] => Many(call, "albums", 20, Album),
        ["artists"] => Many(call, "artists", 50, Artist),
        ["tracks", var id] => One(call, id, Track, "market"),
        ["albums", var id] => One(call, id, Album, "market"),
        ["albums", var id, "tracks"] => AlbumTracks(call, id),
        ["artists", var id] => One(call, id, Artist),
        ["artists", var id, "albums"] => ArtistAlbums(call, id),
        ["audio-features"] => call.IsExtended ? Many(call, "audio_features", 100, Features) : WithoutMessage(),
        ["audio-features", var id] => call.IsExtended ? One(call, id, Features) : WithoutMessage(),
        ["audio-analysis", _] when !call.IsExtended => WithoutMessage(),
        ["artists", _, "related-artists"] or ["recommendations"] or ["recommendations", "available-genre-seeds"] when !call.IsExtended =>
            app.HidesClosedEndpoints ? SpotifyCall.Error(404, "Resource not found") : Forbidden(),
        ["artists", _, "top-tracks"] or ["episodes"] or ["shows"] or ["markets"] or ["browse", ..] or ["users", _] or ["users", _, "playlists"]
            or ["playlists", _, "tracks"] when !call.IsExtended => Forbidden(),
        _ => null,
    };

    private static FakeAnswer Forbidden() => SpotifyCall.Error(403, "Forbidden");

    // Unlike the other removed endpoints these leave the message away.
    private static FakeAnswer WithoutMessage() => FakeAnswer.Json(new JsonObject { ["error"] = new JsonObject { ["status"] = 403 } }, 403);

    private static FakeAnswer One(SpotifyCall call, string id, Func<SpotifyCall, string, JsonObject?> find, params string[] known)
    {
        call.Parameters(known).Market();
        return find(call, Parameters.SpotifyId(id)) is { } found ? FakeAnswer.Json(found) : SpotifyCall.Error(404, "Resource not found");
    }

    private static FakeAnswer Many(SpotifyCall call, string name, int most, Func<SpotifyCall, string, JsonObject?> find)
    {
        var parameters = name is "tracks" or "albums" ? call.Parameters("ids", "market") : call.Parameters("ids");
        parameters.Market();
        var ids = parameters.Ids("ids", most);
        return call.IsExtended ? FakeAnswer.Json(new JsonObject { [name] = new JsonArray([.. ids.Select(id => find(call, id))]) }) : Forbidden();
    }

    private JsonObject? Track(SpotifyCall call, string id) => world.FindTrack(id) is { } track
        ? new SpotifyShapes(call.ApiUrl, call.IsExtended).Track(track.RelinkedTo ?? track, id)
        : null;

    private JsonObject? Artist(SpotifyCall call, string id) => world.Artists.FirstOrDefault(artist => artist.Id == id) is { } artist
        ? new SpotifyShapes(call.ApiUrl, call.IsExtended).Artist(artist)
        : null;

    private JsonObject? Features(SpotifyCall call, string id) => world.FindTrack(id) is { Features: { } features } track
        ? SpotifyShapes.Features(track, features)
        : null;

    private JsonObject? Album(SpotifyCall call, string id)
    {
        if (FindAlbum(id) is not { } album)
        {
            return null;
        }

        var shapes = new SpotifyShapes(call.ApiUrl, call.IsExtended);
        var tracks = call with { Path = $"/albums/{id}/tracks" };
        return shapes.Album(album, tracks.Page(TracksOf(album), 0, 50, shapes.SimplifiedTrack));
    }

    private FakeAnswer AlbumTracks(SpotifyCall call, string id)
    {
        var parameters = call.Parameters("limit", "offset", "market");
        parameters.Market();
        var limit = parameters.Int("limit", 1, 50, 20);
        var offset = parameters.Int("offset", 0, int.MaxValue, 0);
        return FindAlbum(Parameters.SpotifyId(id)) is { } album
            ? FakeAnswer.Json(call.Page(TracksOf(album), offset, limit, new SpotifyShapes(call.ApiUrl, call.IsExtended).SimplifiedTrack))
            : SpotifyCall.Error(404, "Resource not found");
    }

    private FakeAnswer ArtistAlbums(SpotifyCall call, string id)
    {
        var parameters = call.Parameters("include_groups", "limit", "offset", "market");
        parameters.Market();
        var limit = parameters.Int("limit", 1, 50, call.IsExtended ? 20 : 5);
        if (!call.IsExtended && limit > 10)
        {
            return SpotifyCall.Error(400, "Invalid limit");
        }

        var albums = world.Albums.Where(album => album.Artist.Id == Parameters.SpotifyId(id)).ToList();
        return FakeAnswer.Json(call.Page(
            albums, parameters.Int("offset", 0, int.MaxValue, 0), limit, new SpotifyShapes(call.ApiUrl, call.IsExtended).SimplifiedAlbum));
    }

    private WorldAlbum? FindAlbum(string id) => world.Albums.FirstOrDefault(album => album.Id == id);

    private List<WorldTrack> TracksOf(WorldAlbum album) => [.. world.Tracks.Where(track => track.Album == album && !track.HasVanished)];
}
