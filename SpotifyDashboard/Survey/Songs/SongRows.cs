using System.Collections.Immutable;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Makes matches of the rows in which they are remembered.</summary>
internal static class SongRows
{
    /// <summary>The match in a row that has a track.</summary>
    public static SongMatch MatchOf(SurveySongRow row) => new(
        row.TrackId ?? throw new ArgumentException("The row holds no match.", nameof(row)),
        row.Title,
        row.Artist,
        row.Certainty,
        row.IsCorrected,
        row.Popularity,
        [.. SurveyJson.Read<string[]>(row.Genres)],
        row.Features is null ? default : [.. SurveyJson.Read<double?[]>(row.Features)]);
}
