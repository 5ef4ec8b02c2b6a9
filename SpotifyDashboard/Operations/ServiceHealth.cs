namespace SpotifyDashboard.Operations;

/// <summary>How one part of the program is.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Detail">One sentence for people.</param>
internal sealed record ServiceHealth(string Status, string Detail)
{
    public const string HealthyStatus = "healthy";
    public const string DegradedStatus = "degraded";
    public const string UnhealthyStatus = "unhealthy";

    public static ServiceHealth Healthy(string detail) => new(HealthyStatus, detail);

    public static ServiceHealth Degraded(string detail) => new(DegradedStatus, detail);

    public static ServiceHealth Unhealthy(string detail) => new(UnhealthyStatus, detail);
}
