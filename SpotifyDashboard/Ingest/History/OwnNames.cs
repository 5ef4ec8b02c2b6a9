using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The words of our own export (docs/decisions/0015-export-form.md). They are a contract: written files must stay readable.</summary>
internal static class OwnNames
{
    /// <summary>The one key that a row has beside those of the extended form.</summary>
    public const string Key = "spotify_dashboard";

    /// <summary>Stands in the first row and says by which rules the file was written.</summary>
    public const string Form = "form";

    /// <summary>The rules of today.</summary>
    public const int CurrentForm = 1;

    private static readonly (Source Source, string Word)[] s_sources =
    [
        (Source.ExtendedExport, "extended"), (Source.Poll, "poll"), (Source.AccountExport, "account"), (Source.Exportify, "csv"), (Source.Demo, "demo"),
    ];

    private static readonly (OwnKind Kind, string Word)[] s_kinds =
    [
        (OwnKind.Play, "play"), (OwnKind.Podcast, "podcast"), (OwnKind.Audiobook, "audiobook"), (OwnKind.LibraryTrack, "library_track"), (OwnKind.Gap, "gap"), (OwnKind.Split, "not_the_same"),
    ];

    /// <summary>How a row refers to a track that another row names.</summary>
    public static string Reference(string? spotifyId, string nameKey) => spotifyId is null ? "name:" + nameKey : "spotify:track:" + spotifyId;

    public static string Word(Source source) => Array.Find(s_sources, known => known.Source == source).Word;

    public static string Word(OwnKind kind) => Array.Find(s_kinds, known => known.Kind == kind).Word;

    /// <summary>Reads <see cref="Word(Source)"/>; null where it is no source.</summary>
    public static Source? SourceOf(string word) => Array.Find(s_sources, known => known.Word == word) is { Word: not null } found ? found.Source : null;

    /// <summary>Reads <see cref="Word(OwnKind)"/>; null where it is no kind.</summary>
    public static OwnKind? KindOf(string word) => Array.Find(s_kinds, known => known.Word == word) is { Word: not null } found ? found.Kind : null;
}
