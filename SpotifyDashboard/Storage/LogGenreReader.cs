using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Reads the genres of a log's artists: those that Spotify told, and only where it told none, those of others.</summary>
internal sealed class LogGenreReader(SharedRows shared)
{
    /// <summary>The names, and for each artist the indices of theirs.</summary>
    /// <param name="artistIndex">Places of the log's artists, by row number.</param>
    public (string[] Genres, int[][] OfArtists) Read(Dictionary<int, int> artistIndex)
    {
        var told = new List<(string Genre, bool IsSpotify)>?[artistIndex.Count];
        using (var select = shared.Command("artist_id, genre, provenance", "artist_genres", "artist_id", artistIndex.Keys))
        {
            using var rows = select.ExecuteReader();
            while (rows.Read())
            {
                if (artistIndex.TryGetValue(rows.GetInt32(0), out var artist))
                {
                    (told[artist] ??= []).Add((rows.GetString(1), rows.GetString(2) == "spotify"));
                }
            }
        }

        var preferred = Array.ConvertAll(told, artist => Preferred(artist ?? []));
        string[] genres = [.. preferred.SelectMany(artist => artist).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var places = genres.Select((genre, index) => (genre, index)).ToDictionary(pair => pair.genre, pair => pair.index, StringComparer.Ordinal);
        return (genres, Array.ConvertAll(preferred, artist => Array.ConvertAll(artist, genre => places[genre])));
    }

    private static string[] Preferred(List<(string Genre, bool IsSpotify)> told)
    {
        var hasOwn = told.Exists(genre => genre.IsSpotify);
        return [.. told.Where(genre => genre.IsSpotify == hasOwn).Select(genre => genre.Genre).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
