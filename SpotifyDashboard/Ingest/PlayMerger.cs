using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>Says which sightings saw the same play. A pure function of the set of sightings: neither their order nor their ids matter.</summary>
/// <remarks>
/// <para>Within one extended export the same play can stand twice, a few seconds apart. Two rows are one play only where the track and the
/// milliseconds agree, the ends lie less than 30 s apart and the two would overlap in time: nobody listens to one track twice at once.
/// A track looped back to back, two tracks within a minute, offline rows that share one end are all kept.</para>
/// <para>Across sources each play of one is matched with at most one of another, closest agreement first. Step by step widening windows,
/// rather than one wide window, keep a short looped track from being matched with its neighbour while its true partner stands beside it.</para>
/// </remarks>
internal static class PlayMerger
{
    /// <summary>No two sightings further apart than this are compared by their ends.</summary>
    public const long Reach = 90 * Second;

    /// <summary>A poll is compared with the start of an extended row as well, for rows up to this long: longer streams of one track are background noise.</summary>
    public const long LongestFlip = 6 * 3600 * Second;

    /// <summary>The widest difference at which a poll meets an extended row.</summary>
    public const long PollReach = 60 * Second;

    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long ReportedTwice = 30 * Second;

    private static readonly long[] s_pollWindows = [2 * Second, 15 * Second, PollReach];

    /// <summary>Derives the plays of a stretch.</summary>
    /// <param name="sightings">All sightings of one listener within a stretch that nothing outside can be linked with.</param>
    /// <returns>The plays in the order of time; each sighting belongs to exactly one.</returns>
    public static IReadOnlyList<MergedPlay> Derive(IReadOnlyList<SightingFacts> sightings)
    {
        var order = new int[sightings.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, new ByData(sightings));
        var carriers = CarriersOf(sightings, order);
        var members = order.Where(i => carriers[i] != i).ToLookup(i => carriers[i]);
        var plays = new List<MergedPlay>();
        foreach (var carrier in order.Where(i => carriers[i] == i))
        {
            int[] others = [.. members[carrier].OrderBy(i => sightings[i].Source)];
            plays.Add(new MergedPlay(DerivedPlay.Of(sightings[carrier], others.Select(i => sightings[i])), carrier, others));
        }

        return plays;
    }

    /// <summary>The sightings in the order in which they complete one another: most trusted first, then by their data.</summary>
    public static IEnumerable<SightingFacts> Ordered(IReadOnlyList<SightingFacts> sightings) =>
        Enumerable.Range(0, sightings.Count).Order(new ByData(sightings)).Select(i => sightings[i]).OrderBy(s => s.Source);

    /// <summary>For each sighting the index of the one that carries its play; its own index where that is itself.</summary>
    private static int[] CarriersOf(IReadOnlyList<SightingFacts> sightings, int[] order)
    {
        var carriers = (int[])order.Clone();
        Array.Sort(carriers);
        MergeReportedTwice(sightings, order, carriers);

        var exported = Carrying(Source.ExtendedExport);
        var polled = Carrying(Source.Poll);
        var account = Carrying(Source.AccountExport);
        MatchPolls(sightings, polled, exported, carriers);
        MatchAccount(sightings, account, [.. order.Where(i => carriers[i] == i && sightings[i].Source is Source.ExtendedExport or Source.Poll)], carriers);

        return carriers;

        List<int> Carrying(Source source) => [.. order.Where(i => sightings[i].Source == source && carriers[i] == i)];
    }

    private static void MergeReportedTwice(IReadOnlyList<SightingFacts> sightings, int[] order, int[] carriers)
    {
        var kept = new Dictionary<(int Track, int Ms), List<int>>();
        foreach (var i in order)
        {
            if (sightings[i].Source != Source.ExtendedExport)
            {
                continue;
            }

            var key = (sightings[i].TrackId, sightings[i].MsPlayed);
            if (!kept.TryGetValue(key, out var earlier))
            {
                kept[key] = [i];
                continue;
            }

            if (FirstReport(sightings, earlier, i) is { } first)
            {
                carriers[i] = first;
            }
            else
            {
                earlier.Add(i);
            }
        }
    }

    /// <summary>The earliest of <paramref name="earlier"/>, sorted by end, that reports the play of <paramref name="i"/>; null where none does.</summary>
    private static int? FirstReport(IReadOnlyList<SightingFacts> sightings, List<int> earlier, int i)
    {
        int? first = null;

        // Backwards and no further than the window: a track looped for days would otherwise be compared with all of itself.
        for (var e = earlier.Count - 1; e >= 0 && sightings[i].EndedAt - sightings[earlier[e]].EndedAt < ReportedTwice; e--)
        {
            if (AreOneReportedTwice(sightings[earlier[e]], sightings[i]))
            {
                first = earlier[e];
            }
        }

        return first;
    }

    private static bool AreOneReportedTwice(in SightingFacts one, in SightingFacts other) =>
        Math.Abs(one.EndedAt - other.EndedAt) < ReportedTwice
        && Math.Abs(one.Times.StartedAt - other.Times.StartedAt) + Second < one.MsPlayed;

    private static void MatchPolls(IReadOnlyList<SightingFacts> sightings, List<int> polled, List<int> exported, int[] carriers)
    {
        if (polled.Count == 0 || exported.Count == 0)
        {
            return;
        }

        var starting = exported.FindAll(i => sightings[i].MsPlayed <= LongestFlip);
        foreach (var toStart in (bool[])[false, true])
        {
            foreach (var byTrack in (bool[])[true, false])
            {
                foreach (var window in s_pollWindows)
                {
                    Match(
                        sightings,
                        polled,
                        toStart ? starting : exported,
                        carriers,
                        s => byTrack ? (object)s.TrackId : Named(s),
                        s => toStart && s.Source == Source.ExtendedExport ? s.EndedAt - s.MsPlayed : s.EndedAt,
                        -window,
                        window);
                }
            }
        }
    }

    private static void MatchAccount(IReadOnlyList<SightingFacts> sightings, List<int> account, List<int> others, int[] carriers)
    {
        if (account.Count == 0 || others.Count == 0)
        {
            return;
        }

        foreach (var sameLength in (bool[])[true, false])
        {
            foreach (var (earliest, latest) in ((long, long)[])[(0, Minute - 1), (-Reach, Reach)])
            {
                // An account row gives the minute in which the play ended.
                Match(sightings, account, others, carriers, s => Named(s) is { } names ? sameLength ? (names, s.MsPlayed) : names : null, s => s.EndedAt, earliest, latest);
            }
        }
    }

    private static string? Named(SightingFacts sighting) => sighting.Names is { Length: > 0 } names ? names : null;

    /// <summary>Merges each of <paramref name="less"/> that still carries itself into one of <paramref name="more"/> that none of its source was merged into.</summary>
    private static void Match(
        IReadOnlyList<SightingFacts> sightings,
        List<int> less,
        List<int> more,
        int[] carriers,
        Func<SightingFacts, object?> keyOf,
        Func<SightingFacts, long> momentOf,
        long earliest,
        long latest)
    {
        var taken = less.Where(i => carriers[i] != i).Select(i => carriers[i]).ToHashSet();
        var open = more.Where(i => !taken.Contains(i)).ToLookup(i => keyOf(sightings[i]));
        foreach (var group in less.Where(i => carriers[i] == i).GroupBy(i => keyOf(sightings[i])).ToList())
        {
            if (group.Key is null || !open.Contains(group.Key))
            {
                continue;
            }

            // Stable: equal moments stay in the order of the data.
            var first = group.OrderBy(i => momentOf(sightings[i])).ToList();
            var second = open[group.Key].OrderBy(i => momentOf(sightings[i])).ToList();
            var pairs = LineMatching.Pairs(
                first.ConvertAll(i => momentOf(sightings[i])),
                second.ConvertAll(i => momentOf(sightings[i])),
                earliest,
                latest);
            foreach (var (f, s) in pairs)
            {
                carriers[first[f]] = second[s];
            }
        }
    }

    /// <summary>Orders sightings by what their sources said, never by when they were stored.</summary>
    private sealed class ByData(IReadOnlyList<SightingFacts> sightings) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var (a, b) = (sightings[x], sightings[y]);
            var order = a.EndedAt.CompareTo(b.EndedAt);
            order = order != 0 ? order : a.Source.CompareTo(b.Source);
            order = order != 0 ? order : a.Times.StartedAt.CompareTo(b.Times.StartedAt);
            order = order != 0 ? order : a.MsPlayed.CompareTo(b.MsPlayed);
            order = order != 0 ? order : a.OfflineTimestamp.CompareTo(b.OfflineTimestamp);
            order = order != 0 ? order : string.CompareOrdinal(a.SpotifyId, b.SpotifyId);
            return order != 0 ? order : a.Occurrence.CompareTo(b.Occurrence);
        }
    }
}
