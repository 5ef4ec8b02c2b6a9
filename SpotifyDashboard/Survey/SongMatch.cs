using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey;

/// <summary>The track that a respondent's favourite song was taken to be.</summary>
/// <param name="TrackId">Spotify's id of the track.</param>
/// <param name="Title">Title as the service writes it.</param>
/// <param name="Artist">Artist as the service writes it.</param>
/// <param name="Certainty">0 to 1: how well title and artist agree with what was written; 1 where the owner chose it.</param>
/// <param name="IsCorrected">Whether the owner chose it.</param>
/// <param name="Popularity">0 to 100; null where unknown.</param>
/// <param name="Genres">Genres of the artist; empty where unknown.</param>
/// <param name="Features">The thirteen features in the order of <see cref="Feature"/>, each null where unknown; default while none is known.</param>
public sealed record SongMatch(
    string TrackId,
    string Title,
    string Artist,
    double Certainty,
    bool IsCorrected,
    int? Popularity,
    ImmutableArray<string> Genres,
    ImmutableArray<double?> Features);
