namespace SpotifyDashboard.Components.Charts;

/// <summary>Ten unique pairs of colour and marker shape, one for each mood number.</summary>
/// <remarks>
/// The colours are Okabe and Ito's, adapted in <c>app.css</c> to 3:1 against the surface of each theme ("Color universal design", 2008).
/// There are eight of them and eight symbols in <c>scatter3d</c>, so the ninth and tenth pair repeat a colour with another shape.
/// </remarks>
public static class MoodPalette
{
    private static readonly MoodMark[] s_marks =
    [
        new("--mood-1", "circle"),
        new("--mood-2", "square"),
        new("--mood-3", "diamond"),
        new("--mood-7", "cross"),
        new("--mood-5", "x"),
        new("--mood-6", "circle-open"),
        new("--mood-4", "square-open"),
        new("--mood-8", "diamond-open"),
        new("--mood-2", "circle"),
        new("--mood-1", "diamond"),
    ];

    /// <summary>How many moods can be told apart.</summary>
    public static int Count => s_marks.Length;

    /// <summary>The pair of a mood.</summary>
    /// <param name="mood">The mood's number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    public static MoodMark At(int mood)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mood);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(mood, s_marks.Length);
        return s_marks[mood];
    }

    /// <summary>The first <paramref name="count"/> pairs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than there are.</exception>
    public static IReadOnlyList<MoodMark> First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, s_marks.Length);
        return s_marks[..count];
    }
}
