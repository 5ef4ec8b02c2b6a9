using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>The plays with which a whole log reached round numbers, and the numbers that come next.</summary>
/// <param name="Reached">Kind, number and index of the play, in the order of the plays, then of the kinds.</param>
/// <param name="Next">For each kind the next number, while there is one.</param>
internal sealed record ReachedMilestones(IReadOnlyList<(MilestoneKind Kind, int Value, int Play)> Reached, IReadOnlyList<NextMilestone> Next)
{
    private const long HourMs = 3_600_000;

    private static readonly int[][] s_values =
    [
        [1, 100, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000],
        [10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000],
        [10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000],
        [10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000],
    ];

    /// <summary>One pass over the log.</summary>
    public static ReachedMilestones Of(LogFacts facts)
    {
        var catalogue = facts.Log.Catalogue;
        var tracks = facts.Log.TrackIndexes;
        var played = facts.Log.MsPlayed;
        var countsAs = catalogue.CountsAs;
        var artistOf = catalogue.ArtistOf;
        var counted = facts.Counted;
        var isKnown = new bool[catalogue.Tracks.Count];
        var isKnownArtist = new bool[catalogue.Artists.Count];
        var have = new long[s_values.Length]; // hours in milliseconds
        var due = s_values.Select((_, kind) => DueAt(kind, 0)).ToArray();
        var places = new int[s_values.Length];
        List<(MilestoneKind Kind, int Value, int Play)> reached = [];
        for (var index = 0; index < tracks.Length; index++)
        {
            if (!counted.Counts(index))
            {
                continue;
            }

            var track = countsAs[tracks[index]];
            have[(int)MilestoneKind.Plays]++;
            have[(int)MilestoneKind.Hours] += played[index];
            if (!isKnown[track])
            {
                isKnown[track] = true;
                have[(int)MilestoneKind.Tracks]++;
                have[(int)MilestoneKind.Artists] += isKnownArtist[artistOf[track]] ? 0 : 1;
                isKnownArtist[artistOf[track]] = true;
            }

            for (var kind = 0; kind < have.Length; kind++)
            {
                while (have[kind] >= due[kind])
                {
                    reached.Add(((MilestoneKind)kind, s_values[kind][places[kind]], index));
                    due[kind] = DueAt(kind, ++places[kind]);
                }
            }
        }

        return new ReachedMilestones(reached, [.. Enumerable.Range(0, s_values.Length).Where(kind => places[kind] < s_values[kind].Length).Select(Coming)]);

        NextMilestone Coming(int kind) => new((MilestoneKind)kind, s_values[kind][places[kind]], (int)(have[kind] / UnitOf(kind)));
    }

    private static long UnitOf(int kind) => kind == (int)MilestoneKind.Hours ? HourMs : 1;

    private static long DueAt(int kind, int place) => place < s_values[kind].Length ? s_values[kind][place] * UnitOf(kind) : long.MaxValue;
}
