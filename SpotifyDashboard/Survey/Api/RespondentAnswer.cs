using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Api;

/// <summary>A respondent over HTTP: under a hash, never under a name. Null stands for what is unknown.</summary>
/// <param name="Id">Names the respondent in <c>…/{id}/twins</c>.</param>
/// <param name="NameHash">Keyed hash of the name; equal names of one survey have equal hashes.</param>
/// <param name="Timestamp">When it was answered (UTC).</param>
/// <param name="Age">Years.</param>
/// <param name="Major">As written.</param>
/// <param name="Year">As written.</param>
/// <param name="Hometown">As written.</param>
/// <param name="FavoriteSong">As written.</param>
/// <param name="Artist">As written.</param>
/// <param name="HoursPerDay">0 to 24.</param>
/// <param name="ListeningTime">As written.</param>
/// <param name="TrackId">The track that the song was found to be.</param>
/// <param name="Popularity">0 to 100.</param>
/// <param name="Genres">Genres of the artist; empty where unknown.</param>
/// <param name="Features">Spotify's snake_case keys, in their own units.</param>
/// <param name="Cluster">Number of the cluster, from 0.</param>
/// <param name="Pca">Three components.</param>
/// <param name="MusicDnaScore">0 to 100, see docs/statistics.md.</param>
/// <param name="IsSample">Whether the respondent is invented.</param>
internal sealed record RespondentAnswer(
    string Id,
    string NameHash,
    DateTimeOffset? Timestamp,
    int? Age,
    string? Major,
    string? Year,
    string? Hometown,
    string? FavoriteSong,
    string? Artist,
    double? HoursPerDay,
    string? ListeningTime,
    string? TrackId,
    int? Popularity,
    IReadOnlyList<string> Genres,
    IReadOnlyDictionary<string, double?>? Features,
    int? Cluster,
    IReadOnlyList<double>? Pca,
    double? MusicDnaScore,
    bool IsSample)
{
    private const int Digits = 4;

    /// <summary>All respondents of a survey, in the order of their rows.</summary>
    public static IReadOnlyList<RespondentAnswer> Of(SurveyMap map) => [.. map.Roster.Respondents.Select((respondent, index) => Of(map, respondent, index))];

    private static RespondentAnswer Of(SurveyMap map, Respondent respondent, int index)
    {
        var row = map.RowOf(index);
        return new RespondentAnswer(
            respondent.Id,
            respondent.NameHash,
            respondent.Timestamp,
            respondent.Age,
            respondent.Major,
            respondent.Year,
            respondent.Hometown,
            respondent.FavoriteSong,
            respondent.Artist,
            respondent.HoursPerDay,
            respondent.ListeningTime,
            respondent.Song?.TrackId,
            respondent.Song?.Popularity,
            respondent.Song is { Genres: { IsDefault: false } genres } ? genres : [],
            respondent.Features is { IsDefault: false } features ? Listening.Features.Thirteen.ToDictionary(Listening.Features.KeyOf, feature => features[(int)feature]) : null,
            map.Sound is { } sound && row >= 0 ? sound.Model.Labels[row] : null,
            map.Sound is { } placed && row >= 0 ? [.. placed.Places.Row(row).ToArray().Select(static place => Math.Round(place, Digits))] : null,
            row >= 0 && map.Dna[index]?.Score is { } score ? Math.Round(score, 1) : null,
            map.Roster.Source == SurveySource.Sample);
    }
}
