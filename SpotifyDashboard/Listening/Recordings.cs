namespace SpotifyDashboard.Listening;

/// <summary>Finds the tracks that are one recording, so that it is counted once. Pure; see <c>docs/decisions/0013-recordings.md</c>.</summary>
/// <remarks>
/// Two tracks are one recording when their ISRC is the same, or artist and title are and their lengths differ by at most three
/// seconds from the one the recording goes by; a track known by name only goes with any of its names. Two tracks that a listener
/// told apart are never in one recording. The answer does not depend on the order of the tracks.
/// </remarks>
public static class Recordings
{
    private const int MostApartMs = 3000;
    private const int IsrcLength = 12;

    /// <summary>For each track the index of the track that stands for its recording: itself, or the most trustworthy of the others.</summary>
    /// <param name="tracks">The tracks; their row numbers differ.</param>
    /// <param name="splits">Pairs of row numbers that are not the same recording, whatever is known of them.</param>
    /// <remarks>Trust falls from tracks with a Spotify id over those with an album, an ISRC, a length, to the smaller id. O(n), but n log n in those that share something.</remarks>
    public static int[] Group(IReadOnlyList<RecordingTrack> tracks, IReadOnlyCollection<(int TrackId, int OtherTrackId)> splits)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(splits);
        var countsAs = new int[tracks.Count];
        for (var index = 0; index < countsAs.Length; index++)
        {
            countsAs[index] = index;
        }

        var candidates = Sharing(tracks);
        if (candidates.Count == 0)
        {
            return countsAs;
        }

        candidates.Sort((x, y) => CompareTrust(tracks[x], tracks[y]));
        var found = new FoundRecordings(tracks, splits);
        foreach (var index in candidates)
        {
            countsAs[index] = found.Place(index, IsrcOf(tracks[index].Isrc));
        }

        return countsAs;
    }

    /// <summary>The code in upper case without separators; null where it has not the twelve letters and digits of one.</summary>
    public static string? IsrcOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length == IsrcLength && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
        {
            return text;
        }

        var code = string.Concat(text.Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        return code.Length == IsrcLength && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }

    /// <summary>Whether two lengths are near enough to be those of one recording.</summary>
    internal static bool AreNear(int ms, int otherMs) => Math.Abs((long)ms - otherMs) <= MostApartMs;

    /// <summary>The tracks that share names or code with another; all others are recordings of their own.</summary>
    private static List<int> Sharing(IReadOnlyList<RecordingTrack> tracks)
    {
        var shared = new bool[tracks.Count];
        Dictionary<string, int> byName = new(tracks.Count, StringComparer.Ordinal);
        Dictionary<string, int> byIsrc = new(StringComparer.Ordinal);
        for (var index = 0; index < tracks.Count; index++)
        {
            Meet(byName, tracks[index].NameKey, index, shared);
            Meet(byIsrc, IsrcOf(tracks[index].Isrc), index, shared);
        }

        return [.. Enumerable.Range(0, shared.Length).Where(index => shared[index])];
    }

    private static void Meet(Dictionary<string, int> first, string? key, int index, bool[] shared)
    {
        if (!string.IsNullOrEmpty(key) && !first.TryAdd(key, index))
        {
            shared[first[key]] = shared[index] = true;
        }
    }

    private static int CompareTrust(in RecordingTrack x, in RecordingTrack y)
    {
        var byKnown = Known(y).CompareTo(Known(x));
        if (byKnown != 0)
        {
            return byKnown;
        }

        var bySpotify = string.CompareOrdinal(x.SpotifyId, y.SpotifyId);
        return bySpotify != 0 ? bySpotify : x.Id.CompareTo(y.Id);
    }

    private static int Known(in RecordingTrack track) =>
        (track.SpotifyId is null ? 0 : 8) + (track.HasAlbum ? 4 : 0) + (IsrcOf(track.Isrc) is null ? 0 : 2) + (track.DurationMs is null ? 0 : 1);
}
