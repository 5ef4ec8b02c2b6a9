namespace SpotifyDashboard.Statistics.Habits;

/// <summary>What a listener pressed play on: playlists, albums, artists, saved songs.</summary>
/// <param name="Known">Counted plays whose source names a context.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="Kinds">The kinds that occur, most plays first.</param>
/// <param name="Top">The contexts most played from.</param>
public sealed record Contexts(int Known, int Plays, double? Coverage, IReadOnlyList<Contexts.Kind> Kinds, IReadOnlyList<Contexts.Origin> Top)
{
    private const string Album = "album";
    private const string Artist = "artist";
    private const string Playlist = "playlist";
    private const string Saved = "saved";

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="limit">At most so many contexts.</param>
    public static Contexts Of(ListeningView view, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var totals = DetailTotals.Of(view);
        var details = view.Log.Details;
        var kinds = totals.By(detail => details[detail].Context is { } context ? KindOf(context.Uri) : null);
        var top = totals.By(detail => details[detail].Context?.Uri).Take(limit).ToList();
        var names = NamesOf(view, [.. top.Select(origin => IdOf(origin.Name))]);
        var plays = totals.Plays.Sum();
        var known = kinds.Sum(kind => kind.Plays);
        return new Contexts(
            known,
            plays,
            plays == 0 ? null : (double)known / plays,
            [.. kinds.Select(kind => new Kind(kind.Name, kind.Plays, kind.Ms))],
            [.. top.Select(origin => new Origin(origin.Name, KindOf(origin.Name), names.GetValueOrDefault((KindOf(origin.Name), IdOf(origin.Name))), origin.Plays, origin.Ms))]);
    }

    /// <summary>The kind of a context URI.</summary>
    internal static string KindOf(string uri) => uri.Split(':') switch
    {
        ["spotify", "playlist", _, ..] or ["spotify", "user", _, "playlist", _, ..] => Playlist,
        ["spotify", "album", _, ..] => Album,
        ["spotify", "artist", _, ..] => Artist,
        ["spotify", { } saved, ..] when saved.StartsWith("collection", StringComparison.Ordinal) => Saved,
        ["spotify", "user", _, { } saved, ..] when saved.StartsWith("collection", StringComparison.Ordinal) => Saved,
        _ => "other",
    };

    /// <summary>The last part of a context URI: Spotify's id of a playlist, album or artist.</summary>
    internal static string IdOf(string uri) => uri[(uri.LastIndexOf(':') + 1)..];

    private static Dictionary<(string Kind, string Id), string> NamesOf(ListeningView view, HashSet<string> wanted)
    {
        var names = new Dictionary<(string Kind, string Id), string>();
        foreach (var album in view.Log.Catalogue.Albums.Where(album => album.SpotifyId.Length > 0 && wanted.Contains(album.SpotifyId)))
        {
            names[(Album, album.SpotifyId)] = album.Title;
        }

        foreach (var artist in view.Log.Catalogue.Artists.Where(artist => artist.SpotifyId.Length > 0 && wanted.Contains(artist.SpotifyId)))
        {
            names[(Artist, artist.SpotifyId)] = artist.Name;
        }

        return names;
    }

    /// <summary>All contexts of one kind.</summary>
    /// <param name="Name"><c>playlist</c>, <c>album</c>, <c>artist</c>, <c>saved</c> or <c>other</c>.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Ms">Their milliseconds.</param>
    public sealed record Kind([property: System.Text.Json.Serialization.JsonPropertyName("kind")] string Name, int Plays, long Ms);

    /// <summary>One context.</summary>
    /// <param name="Uri">Spotify's URI.</param>
    /// <param name="Kind">As in <see cref="Contexts.Kind"/>.</param>
    /// <param name="Name">The album's or artist's; null where the catalogue has none.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Ms">Their milliseconds.</param>
    public sealed record Origin(string Uri, string Kind, string? Name, int Plays, long Ms);
}
