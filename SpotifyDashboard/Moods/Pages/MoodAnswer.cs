using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>One mood as the API tells it.</summary>
/// <param name="Id">Its number, from 0; it stays from run to run.</param>
/// <param name="Name">Plain words, unique on the map.</param>
/// <param name="K">Moods on the map.</param>
/// <param name="TrackCount">Its tracks.</param>
/// <param name="Plays">Counted plays of the period in this mood.</param>
/// <param name="Known">Counted plays of the period whose track has a mood.</param>
/// <param name="Share">Plays ÷ known; null where none is known.</param>
/// <param name="Features">Every feature of the map, the one in which the mood stands farthest from the average first.</param>
/// <param name="Heatmap">Its plays by local weekday and hour.</param>
/// <param name="Months">Its part in each local month.</param>
/// <param name="Years">The same by year.</param>
/// <param name="Artists">Who made its tracks, most played first, at most twenty.</param>
/// <param name="Tracks">A page of its tracks, nearest to the centre first.</param>
/// <param name="BorderCount">Tracks between this mood and another.</param>
/// <param name="Borders">A page of these, the most undecided first.</param>
internal sealed record MoodAnswer(
    int Id,
    string Name,
    int K,
    int TrackCount,
    int Plays,
    int Known,
    double? Share,
    IReadOnlyList<MoodAnswer.Feature> Features,
    Heatmap Heatmap,
    IReadOnlyList<MoodStretch> Months,
    IReadOnlyList<MoodStretch> Years,
    IReadOnlyList<MoodAnswer.Artist> Artists,
    IReadOnlyList<MoodAnswer.Track> Tracks,
    int BorderCount,
    IReadOnlyList<MoodAnswer.Border> Borders)
{
    /// <summary>The answer for <paramref name="detail"/>.</summary>
    /// <param name="detail">The mood.</param>
    /// <param name="offset">Tracks to leave out at the beginning of both lists.</param>
    /// <param name="limit">At most so many in each.</param>
    public static MoodAnswer Of(MoodDetail detail, int offset, int limit)
    {
        var (map, mood) = (detail.Map, detail.Mood);
        return new MoodAnswer(
            mood.Number,
            mood.Name,
            map.Moods.Length,
            mood.TrackCount,
            detail.Plays,
            detail.Known,
            detail.Share,
            [.. detail.Traits.Select(trait => new Feature(
                Listening.Features.KeyOf(trait.Feature), trait.Value, trait.Average, trait.Deviations, MoodTraitWords.IsTelling(trait) ? MoodTraitWords.WordsOf(trait) : null))],
            detail.Heatmap,
            detail.Months,
            detail.Years,
            [.. detail.Artists.Select(artist => new Artist(artist.Id, artist.Name, artist.Tracks, artist.Plays))],
            [.. detail.Members.Skip(offset).Take(limit).Select(member => new Track(map.TrackAt(member.Row).PublicId, map.TrackAt(member.Row).Title, map.ArtistAt(member.Row), member.Plays, member.Distance))],
            detail.Borders.Count,
            [.. detail.Borders.Skip(offset).Take(limit).Select(border => new Border(
                map.TrackAt(border.Row).PublicId, map.TrackAt(border.Row).Title, map.ArtistAt(border.Row), border.Nearest, border.Next, border.Ratio))]);
    }

    /// <summary>One feature of the mood.</summary>
    /// <param name="Key">Its snake_case key.</param>
    /// <param name="Value">The mood's mean, in the feature's own unit.</param>
    /// <param name="Average">The mean of all tracks of the map.</param>
    /// <param name="Deviations">The mood's centre in standard deviations from that mean.</param>
    /// <param name="Words">What that says; null where the difference is too small to say anything.</param>
    internal sealed record Feature(string Key, double Value, double Average, double Deviations, string? Words);

    /// <summary>An artist of the mood.</summary>
    internal sealed record Artist(string Id, string Name, int Tracks, int Plays);

    /// <summary>A track of the mood.</summary>
    /// <param name="TrackId">Public id.</param>
    /// <param name="Title">Its title; empty while unknown.</param>
    /// <param name="Artist">The artist's name.</param>
    /// <param name="Plays">Counted plays of the period.</param>
    /// <param name="Distance">From the centre, in deviations.</param>
    internal sealed record Track(string TrackId, string Title, string Artist, int Plays, double Distance);

    /// <summary>A track between two moods.</summary>
    /// <param name="TrackId">Public id.</param>
    /// <param name="Title">Its title; empty while unknown.</param>
    /// <param name="Artist">The artist's name.</param>
    /// <param name="Nearest">The mood it is in.</param>
    /// <param name="Next">The mood it is nearly in.</param>
    /// <param name="Ratio">Distance from the one centre ÷ distance from the other, 0.9 to 1.</param>
    internal sealed record Border(string TrackId, string Title, string Artist, int Nearest, int Next, double Ratio);
}
