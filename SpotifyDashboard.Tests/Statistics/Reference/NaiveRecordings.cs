namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>Which tracks are one recording, as the section Tracks of docs/statistics.md says it: slow and plain.</summary>
internal static class NaiveRecordings
{
    private const long Tolerance = 3000;

    /// <summary>Each track with the one that stands for it.</summary>
    public static IEnumerable<(int Track, int StandsFor)> Group(IEnumerable<NamedTrack> tracks, HashSet<(int, int)> splits)
    {
        var recordings = new List<List<NamedTrack>>();
        foreach (var track in tracks
            .OrderBy(track => track.SpotifyId is null)
            .ThenBy(track => !track.HasAlbum)
            .ThenBy(track => track.Isrc is null)
            .ThenBy(track => track.Length is null)
            .ThenBy(track => track.Id, StringComparer.Ordinal))
        {
            var open = recordings.FindAll(recording => !recording.Exists(other => splits.Contains((track.Number, other.Number))));
            var found = open.Find(recording => recording.Exists(other => track.Isrc is not null && other.Isrc == track.Isrc))
                ?? open.Where(recording => recording.Exists(other => other.Names == track.Names) && Apart(track, recording[0]) <= Tolerance)
                    .MinBy(recording => Apart(track, recording[0]))
                ?? open.Find(recording => track.SpotifyId is null && recording.Exists(other => other.Names == track.Names));
            if (found is null)
            {
                recordings.Add([track]);
            }
            else
            {
                found.Add(track);
            }
        }

        return recordings.SelectMany(recording => recording.Select(track => (track.Number, recording[0].Number)));
    }

    /// <summary>How far two lengths differ; nothing where one is unknown.</summary>
    private static long? Apart(NamedTrack track, NamedTrack other) => track.Length - other.Length is { } difference ? Math.Abs(difference) : null;
}
