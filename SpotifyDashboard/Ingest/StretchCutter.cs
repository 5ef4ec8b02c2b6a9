using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>Cuts a stream of sightings, ordered by their given ends, into the smallest stretches that can be merged on their own.</summary>
/// <remarks>
/// Two sightings are linked where <see cref="PlayMerger"/> could possibly see one play in them: the same track within
/// <see cref="PlayMerger.Reach"/>, different sources within it whatever the track (names are not known here), a poll and the start of an
/// extended row. A stretch ends where no link crosses. It keeps no more rows than lie within that reach, plus six hours while polls are among them.
/// </remarks>
internal sealed class StretchCutter
{
    private readonly List<SightingFacts> _open = [];

    /// <summary>Where each open stretch begins in <see cref="_open"/>, ascending.</summary>
    private readonly List<int> _begins = [];

    private readonly Dictionary<int, (int Index, long EndedAt)> _lastOfTrack = [];
    private readonly List<int> _polls = [];
    private int _sourcesSeen;
    private int _removed;

    /// <summary>The given end of the first sighting not yet handed out; null where there is none.</summary>
    public long? OpenSince => _open.Count == 0 ? null : _open[0].EndedAt;

    /// <summary>Takes the next sighting.</summary>
    /// <param name="sighting">Its given end is not before that of the last one.</param>
    /// <param name="maySplitBefore">False while the reader has not yet gone far enough to know what lies before.</param>
    /// <param name="finished">Receives the stretches that nothing later can be linked with.</param>
    public void Add(in SightingFacts sighting, bool maySplitBefore, Action<IReadOnlyList<SightingFacts>> finished)
    {
        Release(sighting.EndedAt, finished);
        var index = _removed + _open.Count;
        var linkedFrom = maySplitBefore || _open.Count == 0 ? Math.Min(index, LinkedFrom(sighting, index)) : _removed;
        _open.Add(sighting);
        while (_begins.Count > 0 && _begins[^1] > linkedFrom)
        {
            _begins.RemoveAt(_begins.Count - 1);
        }

        if (linkedFrom == index)
        {
            _begins.Add(index);
        }

        _lastOfTrack[sighting.TrackId] = (index, sighting.EndedAt);
        if (sighting.Source == Source.Poll)
        {
            _polls.Add(index);
        }
    }

    /// <summary>Hands out what is left.</summary>
    public void Complete(Action<IReadOnlyList<SightingFacts>> finished) => Release(long.MaxValue, finished);

    /// <summary>The first open sighting that the new one is linked with, or its own index.</summary>
    private int LinkedFrom(in SightingFacts sighting, int index)
    {
        var from = index;
        if (_lastOfTrack.TryGetValue(sighting.TrackId, out var last) && sighting.EndedAt - last.EndedAt <= PlayMerger.Reach)
        {
            from = Math.Max(last.Index, _removed);
        }

        for (var i = index - 1; i >= _removed && sighting.EndedAt - At(i).EndedAt <= PlayMerger.Reach && AreSourcesMixed(sighting.Source); i--)
        {
            if (At(i).Source != sighting.Source)
            {
                from = Math.Min(from, i);
            }
        }

        _sourcesSeen |= 1 << (int)sighting.Source;
        if (sighting.Source == Source.ExtendedExport && sighting.MsPlayed <= PlayMerger.LongestFlip)
        {
            var start = sighting.EndedAt - sighting.MsPlayed;
            foreach (var poll in _polls)
            {
                if (Math.Abs(At(poll).EndedAt - start) <= PlayMerger.PollReach)
                {
                    from = Math.Min(from, poll);
                    break;
                }
            }
        }

        return from;
    }

    private bool AreSourcesMixed(Source source) => (_sourcesSeen & ~(1 << (int)source)) != 0;

    private void Release(long now, Action<IReadOnlyList<SightingFacts>> finished)
    {
        while (_begins.Count > 0)
        {
            var end = _begins.Count > 1 ? _begins[1] : _removed + _open.Count;
            var lastPoll = _polls.FindLastIndex(poll => poll < end);
            var reach = now - At(end - 1).EndedAt > PlayMerger.Reach
                && (lastPoll < 0 || now - At(_polls[lastPoll]).EndedAt > PlayMerger.LongestFlip + PlayMerger.PollReach);
            if (!reach)
            {
                return;
            }

            var count = end - _removed;
            finished(count == _open.Count ? [.. _open] : _open.GetRange(0, count));
            _open.RemoveRange(0, count);
            _begins.RemoveAt(0);
            _polls.RemoveRange(0, lastPoll + 1);
            _removed = end;
            if (_lastOfTrack.Count > 4096)
            {
                Forget();
            }
        }
    }

    /// <summary>Drops tracks whose last sighting is long gone.</summary>
    private void Forget()
    {
        foreach (var (track, last) in _lastOfTrack)
        {
            if (last.Index < _removed)
            {
                _lastOfTrack.Remove(track);
            }
        }
    }

    private SightingFacts At(int index) => _open[index - _removed];
}
