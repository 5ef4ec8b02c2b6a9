using System.Text.Json;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Makes records of the Web API's objects. What is absent, null or of another type is null; what has no name of its own is no object.</summary>
internal static class SpotifyReading
{
    public static SpotifyProfile Profile(JsonElement json)
    {
        var id = json.TextOf("id") ?? json.RequiredText("account_id");
        return new SpotifyProfile(json.TextOf("account_id") is { Length: > 0 } account ? account : id, id, json.TextOf("display_name"), LargestImage(json));
    }

    /// <summary>One entry of the recently played; null where its end or its track is not told.</summary>
    public static SpotifyPlay? Play(JsonElement json) =>
        json.MomentOf("played_at") is { } ended && json.Member("track") is { } told && Track(told) is { } track
            ? new SpotifyPlay(ended, track, json.Member("context")?.TextOf("uri"))
            : null;

    public static SpotifyPlaylist Playlist(JsonElement json)
    {
        var id = json.RequiredText("id");
        return new SpotifyPlaylist(id, json.Member("external_urls")?.TextOf("spotify") ?? $"https://open.spotify.com/playlist/{id}");
    }

    /// <summary>One saved track; null where it has vanished.</summary>
    public static SpotifySavedTrack? SavedTrack(JsonElement json) =>
        json.MomentOf("added_at") is { } saved && json.Member("track") is { } told && Track(told) is { } track ? new SpotifySavedTrack(saved, track) : null;

    public static SpotifyTrack? Track(JsonElement json)
    {
        if (json.TextOf("name") is not { } name)
        {
            return null;
        }

        var isLocal = json.FlagOf("is_local") ?? json.TextOf("uri")?.StartsWith("spotify:local:", StringComparison.Ordinal) ?? false;
        return new SpotifyTrack(
            json.TextOf("id"),
            name,
            [.. json.ObjectsOf("artists").Select(Artist).OfType<SpotifyArtist>()],
            json.Member("album") is { } album ? Album(album) : null,
            json.IntegerOf("duration_ms") is { } duration and > 0 ? duration : null,
            json.Member("external_ids")?.TextOf("isrc")?.Trim().ToUpperInvariant() is { Length: > 0 } isrc ? isrc : null,
            json.FlagOf("explicit"),
            isLocal,
            json.GetRawText());
    }

    public static SpotifyArtist? Artist(JsonElement json) =>
        json.TextOf("id") is { Length: > 0 } id && json.TextOf("name") is { } name
            ? new SpotifyArtist(id, name, LargestImage(json), Genres(json))
            : null;

    /// <summary>The values of one track's audio features; null where none is told.</summary>
    public static SpotifyFeatures? AudioFeatures(JsonElement json)
    {
        var values = Features.Thirteen
            .Select(feature => (Feature: feature, Value: json.NumberOf(Features.KeyOf(feature))))
            .Where(static told => told.Value is not null)
            .ToDictionary(static told => told.Feature, static told => told.Value.GetValueOrDefault());
        return values.Count == 0 ? null : new SpotifyFeatures(values);
    }

    private static SpotifyAlbum? Album(JsonElement json) =>
        json.TextOf("id") is { Length: > 0 } id && json.TextOf("name") is { } name
            ? new SpotifyAlbum(id, name, json.TextOf("release_date"), LargestImage(json), [.. json.ObjectsOf("artists").Select(Artist).OfType<SpotifyArtist>()])
            : null;

    private static List<string>? Genres(JsonElement json) =>
        json.Member("genres") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(static genre => genre.ValueKind == JsonValueKind.String).Select(static genre => genre.GetString()).OfType<string>()]
            : null;

    /// <summary>The widest picture; the first where widths are not told.</summary>
    private static string? LargestImage(JsonElement json) =>
        json.ObjectsOf("images")
            .Where(static image => image.TextOf("url") is { Length: > 0 })
            .OrderByDescending(static image => image.IntegerOf("width") ?? 0)
            .Select(static image => image.TextOf("url"))
            .FirstOrDefault();
}
