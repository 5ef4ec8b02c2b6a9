using System.Runtime.InteropServices;

namespace SpotifyDashboard.Components.Charts;

/// <summary>Many points in two or three dimensions, coloured and shaped by group. Events report the point's index.</summary>
/// <remarks>
/// The points travel as bytes, not as text: 50,000 of them are 650 KB. Their words stay on the server: <c>PlotlyChart.Describe</c> is
/// asked for one at a time. <see cref="Revision"/> keeps the listener's view: while it stays the same, so do camera and zoom.
/// </remarks>
public sealed record PointCloudFigure : ChartFigure
{
    /// <inheritdoc/>
    public override string Kind => "cloud";

    /// <summary>2 (flat, with lasso) or 3 (to be turned).</summary>
    public required int Dimensions { get; init; }

    /// <summary>Points × <see cref="Dimensions"/> as 32-bit floats, point by point, least significant byte first; see <see cref="Pack"/>.</summary>
    public required byte[] Positions { get; init; }

    /// <summary>The group of each point: an index into <see cref="Groups"/>.</summary>
    public required byte[] GroupOf { get; init; }

    /// <summary>The groups with their looks.</summary>
    public required IReadOnlyList<PointGroup> Groups { get; init; }

    /// <summary>One name per dimension.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>Names what is shown, so that a new figure of the same thing keeps camera and zoom.</summary>
    public required string Revision { get; init; }

    /// <summary>How many points there are.</summary>
    public int Count => GroupOf.Length;

    /// <summary>Coordinates in the form that <see cref="Positions"/> wants.</summary>
    /// <param name="coordinates">Points × dimensions, point by point.</param>
    public static byte[] Pack(ReadOnlySpan<float> coordinates) => MemoryMarshal.AsBytes(coordinates).ToArray();

    /// <inheritdoc/>
    /// <remarks>A table of thousands of points is a page's own matter (sorting, paging), so there is none here.</remarks>
    public override ChartTable? ToTable() => null;
}
