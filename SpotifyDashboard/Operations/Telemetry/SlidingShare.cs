namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>What share of a growing count another one had, over the last five minutes or so: from what both stood at when they were looked at.</summary>
/// <param name="read">Both counts since the program began: of all, and of the part.</param>
/// <param name="time">The clock.</param>
internal sealed class SlidingShare(Func<(long All, long Part)> read, TimeProvider time)
{
    /// <summary>How far back it looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, long All, long Part)> _seen = new([(time.GetUtcNow(), 0, 0)]);

    /// <summary>The share, 0 to 1; null where nothing was counted.</summary>
    public double? Read()
    {
        var (all, part) = read();
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _seen.Enqueue((now, all, part));

            // The newest look that is old enough is where the window begins.
            while (_seen.Skip(1).First().At <= now - Window)
            {
                _seen.Dequeue();
            }

            var begin = _seen.Peek();
            return all == begin.All ? null : Math.Clamp((double)(part - begin.Part) / (all - begin.All), 0, 1);
        }
    }
}
