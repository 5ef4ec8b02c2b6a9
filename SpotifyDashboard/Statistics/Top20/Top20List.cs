using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>The twenty most played tracks, artists or albums of a stretch.</summary>
internal static class Top20List
{
    /// <summary>How many places there are.</summary>
    public const int Places = 20;

    /// <summary>Ranks the plays of <paramref name="view"/>, and says how the same items stood in the stretch before.</summary>
    public static IReadOnlyList<Top20Row> Of(ListeningView view, TopKind kind)
    {
        var now = Ranking.Of(view, kind, TopMeasure.Plays);
        var before = view.Previous() is { } previous ? Ranking.Of(previous, kind, TopMeasure.Plays) : null;
        var top = now.Top(Places);
        var ranksBefore = before?.RanksOf(top) ?? new int?[top.Length];
        return [.. top.Select((item, place) => RowOf(view.Log.Catalogue, kind, item, place + 1, now.Plays[item], now.Ms[item]) with
        {
            OtherRank = ranksBefore[place],
            PlaysBefore = before?.Plays[item] ?? 0,
        })];
    }

    /// <summary>Where a page of the dashboard shows an item.</summary>
    public static string HrefOf(TopKind kind, string publicId) => $"/{kind.ToString().ToLower(CultureInfo.InvariantCulture)}/{Uri.EscapeDataString(publicId)}";

    private static Top20Row RowOf(LogCatalogue catalogue, TopKind kind, int index, int rank, int plays, long ms)
    {
        switch (kind)
        {
            case TopKind.Artists:
                var artist = catalogue.Artists[index];
                return new Top20Row(rank, artist.Name, Artist: null, Album: null, Popularity: null, plays, ms) { ImageUrl = artist.ImageUrl, Href = HrefOf(kind, artist.PublicId) };
            case TopKind.Albums:
                var album = catalogue.Albums[index];
                return new Top20Row(rank, album.Title, catalogue.Artists[album.ArtistIndex].Name, Album: null, Popularity: null, plays, ms) { ImageUrl = album.ImageUrl, Href = HrefOf(kind, album.PublicId) };
            default:
                var track = catalogue.Tracks[index];
                var on = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex] : null;
                return new Top20Row(rank, track.Title, catalogue.Artists[track.ArtistIndex].Name, on?.Title, track.Popularity, plays, ms) { ImageUrl = on?.ImageUrl, Href = HrefOf(kind, track.PublicId) };
        }
    }
}
