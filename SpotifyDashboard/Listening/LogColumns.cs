namespace SpotifyDashboard.Listening;

/// <summary>The columns of a <see cref="ListeningLog"/>, all of one length.</summary>
/// <param name="Started">Start of the play, milliseconds since 1970 (UTC).</param>
/// <param name="Ids">Play ids.</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="Tracks">Indices of the catalogue's tracks.</param>
/// <param name="EndedAfter">How long after its start the play ended, see <see cref="EncodeEnd"/>.</param>
/// <param name="Details">Indices of the log's details.</param>
internal sealed record LogColumns(long[] Started, long[] Ids, int[] MsPlayed, int[] Tracks, int[] EndedAfter, int[] Details)
{
    /// <summary>Columns for <paramref name="count"/> plays, to be filled.</summary>
    public static LogColumns Of(int count) =>
        new(new long[count], new long[count], new int[count], new int[count], new int[count], new int[count]);

    /// <summary>Milliseconds up to 24 days; beyond (a play uploaded weeks later), whole seconds below zero.</summary>
    public static int EncodeEnd(long afterMs) => afterMs switch
    {
        < 0 => 0,
        <= int.MaxValue => (int)afterMs,
        _ => -(int)Math.Min(int.MaxValue, afterMs / 1000),
    };

    /// <summary>When the play at <paramref name="index"/> ended, milliseconds since 1970 (UTC).</summary>
    public long Ended(int index)
    {
        var after = EndedAfter[index];
        return Started[index] + (after >= 0 ? after : -1000L * after);
    }

    /// <summary>The first <paramref name="count"/> plays, or all of these with room for more.</summary>
    public LogColumns Resized(int count) =>
        new(Resized(Started, count), Resized(Ids, count), Resized(MsPlayed, count), Resized(Tracks, count), Resized(EndedAfter, count), Resized(Details, count));

    /// <summary>These plays and <paramref name="added"/> in one order; both are sorted and share no id.</summary>
    public LogColumns Merge(LogColumns added)
    {
        var before = new int[added.Started.Length];
        var at = 0;
        for (var index = 0; index < before.Length; index++)
        {
            while (at < Started.Length && ComesFirst(at, added, index))
            {
                // Most often everything new is newer than everything known: jump there.
                at = index == 0 && Precedes(Started[^1], Ids[^1], added.Started[0], added.Ids[0]) ? Started.Length : at + 1;
            }

            before[index] = at;
        }

        return new LogColumns(
            Merge(Started, added.Started, before),
            Merge(Ids, added.Ids, before),
            Merge(MsPlayed, added.MsPlayed, before),
            Merge(Tracks, added.Tracks, before),
            Merge(EndedAfter, added.EndedAfter, before),
            Merge(Details, added.Details, before));
    }

    /// <summary>The plays of the tracks that are wanted, in their order.</summary>
    public LogColumns Only(ReadOnlySpan<bool> isWanted)
    {
        var count = 0;
        foreach (var track in Tracks)
        {
            count += isWanted[track] ? 1 : 0;
        }

        var only = Of(count);
        for (var (index, next) = (0, 0); next < count; index++)
        {
            if (!isWanted[Tracks[index]])
            {
                continue;
            }

            only.Started[next] = Started[index];
            only.Ids[next] = Ids[index];
            only.MsPlayed[next] = MsPlayed[index];
            only.Tracks[next] = Tracks[index];
            only.EndedAfter[next] = EndedAfter[index];
            only.Details[next] = Details[index];
            next++;
        }

        return only;
    }

    /// <summary>Whether no play comes before its predecessor.</summary>
    public bool IsSorted()
    {
        for (var index = 1; index < Started.Length; index++)
        {
            if (!Precedes(Started[index - 1], Ids[index - 1], Started[index], Ids[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static T[] Resized<T>(T[] values, int count)
    {
        Array.Resize(ref values, count);
        return values;
    }

    private bool ComesFirst(int index, LogColumns other, int otherIndex) =>
        Precedes(Started[index], Ids[index], other.Started[otherIndex], other.Ids[otherIndex]);

    private static bool Precedes(long started, long id, long otherStarted, long otherId) =>
        started < otherStarted || (started == otherStarted && id < otherId);

    private static T[] Merge<T>(T[] known, T[] added, int[] knownBefore)
    {
        var merged = new T[known.Length + added.Length];
        var taken = 0;
        for (var index = 0; index < added.Length; index++)
        {
            Array.Copy(known, taken, merged, taken + index, knownBefore[index] - taken);
            taken = knownBefore[index];
            merged[taken + index] = added[index];
        }

        Array.Copy(known, taken, merged, taken + added.Length, known.Length - taken);
        return merged;
    }
}
