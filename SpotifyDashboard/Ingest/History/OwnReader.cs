using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Reads the values of our own export that the extended form has no column for.</summary>
internal static class OwnReader
{
    /// <summary>In UTF-8 bytes as they stand in the file: any name that a database holds.</summary>
    public const int LongestText = 16_384;

    private const string WrongKind = "a value of the dashboard's own export is of the wrong kind";

    /// <summary>Takes one value; a name that is not known is passed over.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="facts">Receives it.</param>
    /// <param name="problem">Why it can't be read.</param>
    public static void Take(string name, scoped ref Utf8JsonReader reader, OwnFacts facts, scoped ref string? problem)
    {
        switch (name)
        {
            case "kind": facts.Kind = Known(OwnNames.KindOf(Text(ref reader, ref problem) ?? ""), ref problem); break;
            case "source": facts.Source = Known(OwnNames.SourceOf(Text(ref reader, ref problem) ?? ""), ref problem); break;
            case "context": facts.ContextUri = Text(ref reader, ref problem); break;
            case "occurrence": facts.Occurrence = (short)Number(ref reader, short.MaxValue, ref problem).GetValueOrDefault(); break;
            case "removed_at": facts.RemovedAt = Moment(ref reader, ref problem); break;
            case "restored_at": facts.RestoredAt = Moment(ref reader, ref problem); break;
            case "added_at": facts.AddedAt = Moment(ref reader, ref problem); break;
            case "saved_at": facts.SavedAt = Moment(ref reader, ref problem); break;
            case "from": facts.FromAt = Moment(ref reader, ref problem); break;
            case "to": facts.ToAt = Moment(ref reader, ref problem); break;
            case "found_at": facts.FoundAt = Moment(ref reader, ref problem); break;
            case "closed_at": facts.ClosedAt = Moment(ref reader, ref problem); break;
            case "closed_by": facts.ClosedBy = Text(ref reader, ref problem); break;
            case "one": facts.One = Text(ref reader, ref problem); break;
            case "other": facts.Other = Text(ref reader, ref problem); break;
            case "decided_at": facts.DecidedAt = Moment(ref reader, ref problem); break;
            default: TakeOfTrack(name, ref reader, facts, ref problem); break;
        }
    }

    private static void TakeOfTrack(string name, scoped ref Utf8JsonReader reader, OwnFacts facts, scoped ref string? problem)
    {
        var track = facts.Track ?? new OwnTrack();
        switch (name)
        {
            case "named_at": track.NamedAt = Moment(ref reader, ref problem); break;
            case "name_key": track.NameKey = Text(ref reader, ref problem); break;
            case "duration_ms": track.DurationMs = (int?)Number(ref reader, int.MaxValue, ref problem); break;
            case "isrc": track.Isrc = Text(ref reader, ref problem); break;
            case "explicit": track.Explicit = JsonField.Flag(ref reader, ref problem, WrongKind); break;
            case "popularity": track.Popularity = (int?)Number(ref reader, 100, ref problem); break;
            case "artist_id": track.ArtistId = Text(ref reader, ref problem); break;
            case "artist_without_id": track.ArtistWithoutId = JsonField.Flag(ref reader, ref problem, WrongKind) ?? false; break;
            case "artist_image": track.ArtistImage = Text(ref reader, ref problem); break;
            case "album_id": track.AlbumId = Text(ref reader, ref problem); break;
            case "album_image": track.AlbumImage = Text(ref reader, ref problem); break;
            case "album_date": track.AlbumDate = Text(ref reader, ref problem); break;
            case "album_artist": track.AlbumArtist = Text(ref reader, ref problem); break;
            case "album_artist_id": track.AlbumArtistId = Text(ref reader, ref problem); break;
            case "sound": track.Sound = OwnListReader.Sound(ref reader, ref problem); break;
            case "genres": track.Genres = OwnListReader.Genres(ref reader, ref problem); break;
            default: return;
        }

        facts.Track = track;
    }

    private static T Known<T>(T? value, ref string? problem)
        where T : struct
    {
        problem ??= value is null ? WrongKind : null;
        return value.GetValueOrDefault();
    }

    private static string? Text(scoped ref Utf8JsonReader reader, scoped ref string? problem) =>
        JsonField.Text(ref reader, ref problem, WrongKind, LongestText) is { IsEmpty: false } raw ? JsonText.Decode(raw) : null;

    private static long? Number(scoped ref Utf8JsonReader reader, long most, scoped ref string? problem)
    {
        var number = JsonField.Whole(ref reader, ref problem, WrongKind);
        problem ??= number < 0 || number > most ? WrongKind : null;
        return problem is null ? number : null;
    }

    private static long? Moment(scoped ref Utf8JsonReader reader, scoped ref string? problem)
    {
        var text = JsonField.Text(ref reader, ref problem, WrongKind, LongestText);
        if (text.IsEmpty)
        {
            return null;
        }

        if (Utf8Time.TryParse(text, out var moment))
        {
            return moment;
        }

        problem ??= WrongKind;
        return null;
    }
}
