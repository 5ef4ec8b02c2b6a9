namespace SpotifyDashboard.Components.Layout;

/// <summary>Places in the header that a page fills with <c>SectionContent</c>; <see cref="Controls.HeaderTools"/> does it for the tools.</summary>
internal static class Slots
{
    /// <summary>Where a page's period picker and other choices stand.</summary>
    public static object Tools { get; } = new();
}
