using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Spotify's objects as JSON, with the fields that the app's mode leaves them.</summary>
internal sealed class SpotifyShapes(string apiUrl, bool isExtended)
{
    private static readonly string[] s_markets = ["SE", "NO", "DK"];

    public JsonObject User(WorldUser user)
    {
        var shape = Head("user", user.Id);
        shape["account_id"] = user.AccountId;
        shape["display_name"] = user.DisplayName;
        shape["images"] = user.ImageUrl is { } image ? new JsonArray(Image(image, 64)) : [];
        if (isExtended)
        {
            shape["country"] = "SE";
            shape["email"] = $"{user.Id}@example.org";
            shape["explicit_content"] = new JsonObject { ["filter_enabled"] = false, ["filter_locked"] = false };
            shape["followers"] = new JsonObject { ["href"] = null, ["total"] = 3 };
            shape["product"] = "premium";
        }

        return shape;
    }

    /// <param name="askedFor">The id in the request, where the answer is a relinked track.</param>
    public JsonObject Track(WorldTrack track, string? askedFor = null)
    {
        var shape = SimplifiedTrack(track);
        shape["album"] = SimplifiedAlbum(track.Album);
        shape["external_ids"] = track.Isrc is { } isrc ? new JsonObject { ["isrc"] = isrc } : [];
        if (isExtended)
        {
            shape["popularity"] = track.Popularity;
            if (askedFor is not null && askedFor != track.Id)
            {
                shape["linked_from"] = Head("track", askedFor);
            }
        }

        return shape;
    }

    public JsonObject SimplifiedTrack(WorldTrack track)
    {
        var shape = Head("track", track.Id);
        shape["name"] = track.Name;
        shape["duration_ms"] = track.DurationMs;
        shape["explicit"] = track.IsExplicit;
        shape["disc_number"] = 1;
        shape["track_number"] = track.TrackNumber;
        shape["is_local"] = false;
        shape["is_playable"] = true;
        shape["preview_url"] = null;
        shape["artists"] = new JsonArray([.. track.Artists.Select(SimplifiedArtist)]);
        AddMarkets(shape);
        return shape;
    }

    public JsonObject SimplifiedAlbum(WorldAlbum album)
    {
        var shape = Head("album", album.Id);
        shape["name"] = album.Name;
        shape["album_type"] = "album";
        shape["total_tracks"] = 11;
        shape["release_date"] = album.ReleaseDate;
        shape["release_date_precision"] = album.ReleaseDatePrecision;
        shape["images"] = new JsonArray([.. album.Images.Select(image => Image(image.Url, image.Size))]);
        shape["artists"] = new JsonArray(SimplifiedArtist(album.Artist));
        AddMarkets(shape);
        return shape;
    }

    public JsonObject Album(WorldAlbum album, JsonObject tracks)
    {
        var shape = SimplifiedAlbum(album);
        shape["genres"] = new JsonArray();
        shape["external_ids"] = new JsonObject { ["upc"] = "0012345678905" };
        shape["copyrights"] = new JsonArray(new JsonObject { ["text"] = "2025 Fake Records", ["type"] = "C" });
        shape["tracks"] = tracks;
        if (isExtended)
        {
            shape["popularity"] = 20;
            shape["label"] = "Fake Records";
        }

        return shape;
    }

    public JsonObject Artist(WorldArtist artist)
    {
        var shape = SimplifiedArtist(artist);
        shape["images"] = new JsonArray();
        if (artist.Genres is { } genres)
        {
            shape["genres"] = new JsonArray([.. genres.Select(genre => (JsonNode)genre)]);
        }

        if (isExtended)
        {
            shape["popularity"] = artist.Popularity;
            shape["followers"] = new JsonObject { ["href"] = null, ["total"] = 1200 };
        }

        return shape;
    }

    /// <summary>What a play was played from; null for nothing.</summary>
    public JsonObject? Context(string? uri)
    {
        if (uri?.Split(':') is not [_, var type, var id])
        {
            return null;
        }

        var shape = Head(type, id);
        shape.Remove("id");
        return shape;
    }

    public static JsonObject Features(WorldTrack track, WorldFeatures features) => new()
    {
        ["acousticness"] = features.Acousticness,
        ["danceability"] = features.Danceability,
        ["energy"] = features.Energy,
        ["instrumentalness"] = features.Instrumentalness,
        ["liveness"] = features.Liveness,
        ["loudness"] = features.Loudness,
        ["speechiness"] = features.Speechiness,
        ["tempo"] = features.Tempo,
        ["valence"] = features.Valence,
        ["key"] = features.Key,
        ["mode"] = features.Mode,
        ["time_signature"] = features.TimeSignature,
        ["duration_ms"] = track.DurationMs,
        ["id"] = track.Id,
        ["type"] = "audio_features",
        ["uri"] = track.Uri,
    };

    private JsonObject SimplifiedArtist(WorldArtist artist)
    {
        var shape = Head("artist", artist.Id);
        shape["name"] = artist.Name;
        return shape;
    }

    private static JsonObject Image(Uri url, int size) => new() { ["url"] = url.AbsoluteUri, ["height"] = size, ["width"] = size };

    private JsonObject Head(string type, string id) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["uri"] = $"spotify:{type}:{id}",
        ["href"] = $"{apiUrl}/{type}s/{id}",
        ["external_urls"] = new JsonObject { ["spotify"] = $"https://open.spotify.com/{type}/{id}" },
    };

    private void AddMarkets(JsonObject shape)
    {
        if (isExtended)
        {
            shape["available_markets"] = new JsonArray([.. s_markets.Select(market => (JsonNode)market)]);
        }
    }
}
