using Microsoft.Playwright;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>A window: its size and what the system behind it prefers.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
/// <param name="PrefersDark">The system's theme.</param>
/// <param name="PrefersLessMotion">The system's wish for reduced motion.</param>
public sealed record BrowserView(int Width, int Height, bool PrefersDark = false, bool PrefersLessMotion = false)
{
    /// <summary>A desk, 1440 × 900.</summary>
    public static BrowserView Wide { get; } = new(1440, 900);

    /// <summary>A phone, 375 × 812.</summary>
    public static BrowserView Narrow { get; } = new(375, 812);

    /// <summary>The same window on a dark system.</summary>
    public BrowserView Dark() => this with { PrefersDark = true };

    /// <summary>The same window on a system that wants no motion.</summary>
    public BrowserView Still() => this with { PrefersLessMotion = true };

    internal BrowserNewContextOptions ToOptions() => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = PrefersDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = PrefersLessMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
    };
}
