namespace SpotifyDashboard.Components.Charts;

/// <summary>How a figure is looked at, apart from its data; changing it does not send the points again.</summary>
/// <param name="Hidden">Groups switched off, ascending.</param>
/// <param name="Selected">The point with a ring round it, or null.</param>
/// <param name="Tool">Name of the <see cref="CloudTool"/>.</param>
/// <param name="Path">A way through a cloud, or null.</param>
internal sealed record ChartView(IReadOnlyList<int> Hidden, int? Selected, string Tool, CloudPath? Path)
{
    /// <inheritdoc/>
    public bool Equals(ChartView? other) =>
        other is not null && Selected == other.Selected && Path == other.Path && string.Equals(Tool, other.Tool, StringComparison.Ordinal) && Hidden.SequenceEqual(other.Hidden);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Selected, Tool, Hidden.Count);
}
