namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>What a lane does.</summary>
/// <param name="IsWorking">Whether it asks at the moment.</param>
/// <param name="Failures">How often in a row it failed.</param>
/// <param name="Message">Why it waits, in plain words; null where it works or has nothing to do.</param>
/// <param name="NextTryAt">Until when it waits (UTC); null where it does not.</param>
internal sealed record LaneState(bool IsWorking, int Failures, string? Message, DateTimeOffset? NextTryAt)
{
    public static LaneState AtRest { get; } = new(IsWorking: false, 0, null, null);

    public static LaneState Working { get; } = AtRest with { IsWorking = true };
}
