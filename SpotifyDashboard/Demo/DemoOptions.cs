namespace SpotifyDashboard.Demo;

/// <summary>Settings of the demo listener, bound to the <c>Demo</c> section.</summary>
internal sealed class DemoOptions
{
    public const string SectionName = "Demo";

    /// <summary>Whether synthetic plays are shown while nothing of one's own is stored. False removes them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Decides everything that is drawn by chance: the same seed and the same moment make the same two years.</summary>
    public int Seed { get; set; } = 1121;
}
