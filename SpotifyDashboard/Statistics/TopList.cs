using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>The most played tracks, artists, albums or genres of a period, with their rank in the stretch before.</summary>
public static class TopList
{
    /// <summary>The first <paramref name="limit"/> rows.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="kind">What is ranked.</param>
    /// <param name="by">Plays or time.</param>
    /// <param name="limit">At most so many rows.</param>
    public static IReadOnlyList<TopItem> Of(ListeningView view, TopKind kind, TopMeasure by, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var ranking = Ranking.Of(view, kind, by);
        var top = ranking.Top(limit);
        var previousRanks = view.Previous() is { } previous ? Ranking.Of(previous, kind, by).RanksOf(top) : new int?[top.Length];
        return [.. top.Select((item, index) => Row(view.Log.Catalogue, kind, item, index + 1, previousRanks[index], ranking.Plays[item], ranking.Ms[item]))];
    }

    private static TopItem Row(LogCatalogue catalogue, TopKind kind, int index, int rank, int? previousRank, int plays, long ms)
    {
        switch (kind)
        {
            case TopKind.Artists:
                var artist = catalogue.Artists[index];
                return new TopItem(rank, previousRank, artist.PublicId, artist.Name, Artist: null, plays, ms) { ImageUrl = artist.ImageUrl };
            case TopKind.Albums:
                var album = catalogue.Albums[index];
                return new TopItem(rank, previousRank, album.PublicId, album.Title, catalogue.Artists[album.ArtistIndex].Name, plays, ms) { ImageUrl = album.ImageUrl };
            case TopKind.Genres:
                var genre = catalogue.Genres[index];
                return new TopItem(rank, previousRank, genre, genre, Artist: null, plays, ms);
            default:
                var track = catalogue.Tracks[index];
                var cover = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].ImageUrl : null;
                return new TopItem(rank, previousRank, track.PublicId, track.Title, catalogue.Artists[track.ArtistIndex].Name, plays, ms) { ImageUrl = cover };
        }
    }
}
