using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey;

/// <summary>One row of a survey: what a person answered, under a name that does not give the person away.</summary>
/// <param name="Id">Stays the same while the row does: it names the respondent in addresses and in the API.</param>
/// <param name="NameHash">Keyed hash of the name that was given, in hexadecimal digits; equal names of one survey have equal hashes. Empty where no name was given.</param>
/// <param name="ShownName">Initials or a pseudonym; the name itself only where the owner switched hashing off before it was read.</param>
/// <param name="Timestamp">When it was answered (UTC, from the sheet's time zone); null where the row says nothing readable.</param>
/// <param name="Age">Years; null where unknown.</param>
/// <param name="Major">Subject of study; null where unknown.</param>
/// <param name="Year">Academic year in the respondent's words; null where unknown.</param>
/// <param name="Hometown">Null where unknown.</param>
/// <param name="FavoriteSong">Title as written; null where none was given.</param>
/// <param name="Artist">Artist as written; null where none was given.</param>
/// <param name="HoursPerDay">Hours of music a day, 0 to 24; null where unknown.</param>
/// <param name="ListeningTime">When they listen, in their words; null where unknown.</param>
/// <param name="Song">The track that the favourite song was found to be; null while none was found.</param>
public sealed record Respondent(
    string Id,
    string NameHash,
    string ShownName,
    DateTimeOffset? Timestamp,
    int? Age,
    string? Major,
    string? Year,
    string? Hometown,
    string? FavoriteSong,
    string? Artist,
    double? HoursPerDay,
    string? ListeningTime,
    SongMatch? Song)
{
    /// <summary>The thirteen features of the found song, in the order of <see cref="Feature"/>; default where none was found, null where one is unknown.</summary>
    public ImmutableArray<double?> Features => Song?.Features ?? default;
}
