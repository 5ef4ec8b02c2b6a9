namespace SpotifyDashboard.Components.Charts;

/// <summary>What dragging does on a flat point cloud; a cloud in three dimensions is always turned.</summary>
public enum CloudTool
{
    /// <summary>Draws a line round points to select them.</summary>
    Lasso,

    /// <summary>Draws a rectangle to select points.</summary>
    Box,

    /// <summary>Moves the map.</summary>
    Pan,
}
