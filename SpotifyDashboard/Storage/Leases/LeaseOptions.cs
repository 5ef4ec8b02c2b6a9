namespace SpotifyDashboard.Storage.Leases;

/// <summary>How several processes on one database share the work: section <c>Replicas</c>.</summary>
internal sealed class LeaseOptions
{
    public const string SectionName = "Replicas";

    /// <summary>How long a process may be silent before others take over what it was doing; it gives three signs of life in that time.</summary>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether <see cref="LeaseTime"/> can be kept: shorter, and a busy machine loses its leases for nothing.</summary>
    public bool IsPossible => LeaseTime >= TimeSpan.FromSeconds(1) && LeaseTime <= TimeSpan.FromMinutes(10);
}
