namespace SpotifyDashboard.Statistics.Habits;

/// <summary>Counted plays and milliseconds of each combination of platform, country, flags and context: one pass over the plays, all else over the few combinations.</summary>
/// <param name="Plays">Counted plays of each of the log's details.</param>
/// <param name="Ms">Their milliseconds.</param>
internal sealed record DetailTotals(int[] Plays, long[] Ms)
{
    /// <summary>Sums up the plays of <paramref name="view"/>.</summary>
    public static DetailTotals Of(ListeningView view)
    {
        var plays = new int[view.Log.Details.Count];
        var ms = new long[plays.Length];
        var details = view.Log.DetailIndexes;
        var played = view.Log.MsPlayed;
        var counted = view.Counted;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    plays[details[index]]++;
                    ms[details[index]] += played[index];
                }
            }
        }

        return new DetailTotals(plays, ms);
    }

    /// <summary>The same by a name that each detail has, most plays first, then most time, then the name (ordinal); details without a name are left out.</summary>
    public List<(string Name, int Plays, long Ms)> By(Func<int, string?> nameOf)
    {
        var sums = new Dictionary<string, (int Plays, long Ms)>(StringComparer.Ordinal);
        for (var detail = 0; detail < Plays.Length; detail++)
        {
            if (Plays[detail] > 0 && nameOf(detail) is { } name)
            {
                var sum = sums.GetValueOrDefault(name);
                sums[name] = (sum.Plays + Plays[detail], sum.Ms + Ms[detail]);
            }
        }

        return [.. sums.Select(pair => (Name: pair.Key, pair.Value.Plays, pair.Value.Ms))
            .OrderByDescending(sum => sum.Plays).ThenByDescending(sum => sum.Ms).ThenBy(sum => sum.Name, StringComparer.Ordinal)];
    }
}
