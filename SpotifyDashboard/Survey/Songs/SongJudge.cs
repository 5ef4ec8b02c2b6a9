using System.Text.RegularExpressions;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Says how surely a track is the song that somebody wrote. Pure.</summary>
/// <remarks>
/// Certainty = 0.6 × likeness of the titles + 0.4 × likeness of the artists (<see cref="Spelling"/>), each the best over the readings of
/// what was written; without an artist 0.85 × likeness of the titles. Below <see cref="Least"/> a track is not taken for the song.
/// </remarks>
internal static partial class SongJudge
{
    /// <summary>Below this a track is another song.</summary>
    public const double Least = .75;

    private const double LeastTitle = .7;
    private const double LeastArtist = .6;
    private const double TitleAlone = .85;

    /// <summary>A title that differs in its additions only ("live", "remix") is the same song, but not surely the same track.</summary>
    private const double OtherVersion = .95;

    /// <summary>The best of the candidates with its certainty; null where none is likely enough.</summary>
    public static (SongCandidate Track, double Certainty)? Best(WantedSong wanted, IEnumerable<SongCandidate> candidates)
    {
        var best = candidates
            .Select(candidate => (Track: candidate, Certainty: Certainty(wanted, candidate)))
            .Where(static judged => judged.Certainty >= Least)
            .OrderByDescending(static judged => judged.Certainty)
            .ThenByDescending(static judged => judged.Track.Popularity ?? -1)
            .ThenBy(static judged => judged.Track.TrackId, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Track is null ? null : best;
    }

    /// <summary>How surely this is the song, 0 to 1.</summary>
    public static double Certainty(WantedSong wanted, SongCandidate candidate) => Math.Round(wanted.Readings().Max(reading => Certainty(reading.Title, reading.Artist, candidate)), 3);

    /// <summary>How alike what was written for an artist is to one of a track's artists.</summary>
    public static double ArtistLikeness(string written, IEnumerable<string> artists)
    {
        string[] meant = [Spelling.Plain(written), .. Together().Split(written).Select(Spelling.Plain)];
        return artists.Select(Spelling.Plain).Select(artist => meant.Max(name => Spelling.Likeness(name, artist))).DefaultIfEmpty(0).Max();
    }

    private static double Certainty(string title, string? artist, SongCandidate candidate)
    {
        var likeness = TitleLikeness(title, candidate.Title);
        if (likeness < LeastTitle)
        {
            return 0;
        }

        if (artist is null)
        {
            return TitleAlone * likeness;
        }

        var ofArtist = ArtistLikeness(artist, candidate.Artists);
        return ofArtist < LeastArtist ? 0 : (.6 * likeness) + (.4 * ofArtist);
    }

    private static double TitleLikeness(string written, string title)
    {
        var whole = Spelling.Likeness(Spelling.Plain(written), Spelling.Plain(title));
        return Math.Max(whole, OtherVersion * Spelling.Likeness(Spelling.Plain(Spelling.WithoutAdditions(written)), Spelling.Plain(Spelling.WithoutAdditions(title))));
    }

    [GeneratedRegex(@"\s*(/|,|;|&|\+|\bfeat\.?|\bft\.?|\bfeaturing\b|\bwith\b|\band\b|\bx\b)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Together();
}
