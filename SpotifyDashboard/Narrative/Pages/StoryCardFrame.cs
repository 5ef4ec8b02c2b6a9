namespace SpotifyDashboard.Narrative.Pages;

/// <summary>Measures of one form of a story's card, in pixels; sizes of type from the largest to the smallest that may be used.</summary>
internal sealed record StoryCardFrame(int Width, int Height, int Edge, int Top, double Small, double Pad, double TitleHeight, double[] TitleSizes, double[] TextSizes, double[] RoastSizes)
{
    public static StoryCardFrame Story { get; } = new(1080, 1920, 88, 170, 30, 40, 340, [88, 76, 66, 58, 50], [48, 44, 40, 36, 33, 30], [42, 38, 34, 30]);

    public static StoryCardFrame Landscape { get; } = new(1200, 630, 56, 84, 20, 20, 130, [50, 44, 38, 34, 30], [28, 26, 24, 22, 20], [24, 22, 20]);

    /// <summary>The width between the edges.</summary>
    public int Inner => Width - (2 * Edge);
}
