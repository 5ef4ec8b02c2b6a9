using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Numbers the combinations of source, precision, flags, circumstance and context in the order in which they are met.</summary>
internal sealed class PlayDetailSet
{
    private readonly Dictionary<(long Packed, int Context), int> _indexOf = [];
    private readonly List<(long Packed, int Context)> _added = [];
    private (long Packed, int Context) _last = (-1, -1);
    private int _lastIndex;

    /// <param name="known">Those of the log that is extended; they keep their places.</param>
    public PlayDetailSet(IReadOnlyList<PlayDetail> known)
    {
        Known = known;
        for (var index = 0; index < known.Count; index++)
        {
            _indexOf.Add((Pack(known[index]), known[index].Context?.Id ?? 0), index);
        }
    }

    /// <summary>The details of the log that is extended.</summary>
    public IReadOnlyList<PlayDetail> Known { get; }

    /// <summary>The combinations met for the first time: circumstance, flags, source and precision in one number, and the context or 0.</summary>
    public IReadOnlyList<(long Packed, int Context)> Added => _added;

    /// <summary>The index of a combination.</summary>
    /// <param name="packed">circumstance × 2²⁰ + flags × 2¹² + source × 2⁴ + precision.</param>
    /// <param name="context">The context's row number, or 0.</param>
    public int IndexOf(long packed, int context)
    {
        // Plays in a row mostly share everything.
        if (_last == (packed, context))
        {
            return _lastIndex;
        }

        _last = (packed, context);
        if (!_indexOf.TryGetValue(_last, out _lastIndex))
        {
            _lastIndex = _indexOf.Count;
            _indexOf.Add(_last, _lastIndex);
            _added.Add(_last);
        }

        return _lastIndex;
    }

    private static long Pack(PlayDetail detail) =>
        ((long)detail.Circumstance.Id << 20) | ((long)detail.Flags << 12) | ((long)detail.Source << 4) | (long)detail.Precision;
}
