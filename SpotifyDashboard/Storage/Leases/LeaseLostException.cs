namespace SpotifyDashboard.Storage.Leases;

/// <summary>Refuses a write of a process that was silent so long that another has taken over what it was doing.</summary>
/// <param name="name">The lease.</param>
/// <param name="fence">The number under which it was held.</param>
public sealed class LeaseLostException(string name, long fence)
    : Exception($"Another process has taken over {name} since this one got it as number {fence}; nothing of this write is stored.")
{
    /// <summary>The lease.</summary>
    public string Name { get; } = name;
}
