using System.Globalization;

namespace SpotifyDashboard.Components.Controls;

/// <summary>Ids that tie a label to its element; unique per process, which is more than a page needs.</summary>
internal static class ElementId
{
    private static int s_last;

    /// <summary>A fresh id such as <c>panel-17</c>.</summary>
    public static string Next(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref s_last)}");
}
