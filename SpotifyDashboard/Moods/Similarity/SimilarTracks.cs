namespace SpotifyDashboard.Moods.Similarity;

/// <summary>Finds the tracks of a listener's library that sound most like one of them, whatever map is on screen. Reads and computes, never calls outside.</summary>
/// <remarks>By the cosine of the nine default features in z-scores over the library; each recording once.</remarks>
public sealed class SimilarTracks(MoodMapService maps)
{
    /// <summary>The tracks most like the one that addresses call <paramref name="trackId"/>, most alike first; empty where its sound is unknown.</summary>
    /// <param name="listenerId">Whose library.</param>
    /// <param name="trackId">A public id.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<SoundAlike>> OfAsync(int listenerId, string trackId, int limit, CancellationToken cancellationToken)
    {
        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(listenerId, MoodMapRequest.DefaultMoods), cancellationToken);
        return await Task.Run(() => Find(map, trackId, limit), cancellationToken);
    }

    /// <summary>What is shown of a track that was found.</summary>
    /// <param name="map">The map of the library.</param>
    /// <param name="library">Its recordings.</param>
    /// <param name="recording">What was looked for, a place in the map's catalogue.</param>
    /// <param name="found">What sounds like it.</param>
    public static SoundAlike Describe(MoodMap map, LibrarySound library, int recording, SimilarSound found)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(library);
        var catalogue = map.Catalogue;
        var track = catalogue.Tracks[found.Index];
        return new SoundAlike(
            track.PublicId,
            map.TrackAt(found.Row).PublicId,
            track.Title,
            catalogue.Artists[track.ArtistIndex].Name,
            track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].ImageUrl : null,
            found.Similarity,
            LikenessWords.Of(map.Features, map.StandingOf(library.RowOf(recording)), map.StandingOf(found.Row)));
    }

    private static IReadOnlyList<SoundAlike> Find(MoodMap map, string trackId, int limit)
    {
        if (map.Catalogue.IndexOf(trackId) is not (>= 0 and var track))
        {
            return [];
        }

        var library = map.Library;
        var recording = map.Catalogue.CountsAs[track];
        return [.. library.NearestTracks(recording, limit).Select(found => Describe(map, library, recording, found))];
    }
}
