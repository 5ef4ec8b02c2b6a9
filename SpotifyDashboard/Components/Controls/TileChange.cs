using System.Globalization;

namespace SpotifyDashboard.Components.Controls;

/// <summary>How a figure changed since the previous period, in words and with a sign, never by colour alone.</summary>
/// <param name="Direction">1 up, -1 down, 0 as it was or not comparable.</param>
/// <param name="Words">What is read: "12 % more than the period before".</param>
public sealed record TileChange(int Direction, string Words)
{
    /// <summary>Compares a figure with that of the previous period.</summary>
    /// <param name="now">The figure now.</param>
    /// <param name="before">The figure of the previous period; null where there is none, which gives null.</param>
    public static TileChange? Between(double now, double? before)
    {
        if (before is not { } earlier)
        {
            return null;
        }

        if (earlier == 0)
        {
            return now == 0 ? new TileChange(0, "none in the period before either") : new TileChange(1, "none in the period before");
        }

        var percent = Math.Round((now - earlier) / earlier * 100, MidpointRounding.AwayFromZero);
        return percent switch
        {
            0 => new TileChange(0, "as in the period before"),
            > 0 => new TileChange(1, string.Create(CultureInfo.CurrentCulture, $"{percent:N0} % more than before")),
            _ => new TileChange(-1, string.Create(CultureInfo.CurrentCulture, $"{-percent:N0} % less than before")),
        };
    }
}
