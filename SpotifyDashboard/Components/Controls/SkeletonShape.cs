namespace SpotifyDashboard.Components.Controls;

/// <summary>The outline that a waiting panel draws, so that nothing jumps when its content arrives.</summary>
public enum SkeletonShape
{
    /// <summary>One block of the panel's height: a chart or a map.</summary>
    Block,

    /// <summary>A row of stat tiles.</summary>
    Tiles,

    /// <summary>A list: cover, two lines of text, a figure.</summary>
    Rows,

    /// <summary>A few lines of text.</summary>
    Text,
}
