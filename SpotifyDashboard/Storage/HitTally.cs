namespace SpotifyDashboard.Storage;

/// <summary>Counts how often a cache was asked and how often it had what was wanted, since the program began. Safe to call from any thread.</summary>
internal sealed class HitTally
{
    private long _asked;
    private long _found;

    /// <summary>How often something was asked for, and how often it was there.</summary>
    public (long Asked, long Found) Total => (Interlocked.Read(ref _asked), Interlocked.Read(ref _found));

    /// <summary>Adds to both.</summary>
    public void Count(int asked, int found)
    {
        Interlocked.Add(ref _found, found);
        Interlocked.Add(ref _asked, asked);
    }
}
