using System.Globalization;

namespace SpotifyDashboard.Statistics.History;

/// <summary>Where a page of the history ended: the next one begins with the play before this one. Plays that arrive meanwhile move nothing.</summary>
/// <param name="StartedMs">Start of the last play shown, milliseconds since 1970 (UTC).</param>
/// <param name="PlayId">Its id.</param>
public readonly record struct HistoryCursor(long StartedMs, long PlayId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>False where it is no cursor.</returns>
    public static bool TryParse(string text, out HistoryCursor cursor)
    {
        cursor = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var started)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        cursor = new HistoryCursor(started, id);
        return true;
    }

    /// <summary>The form in which it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedMs}-{PlayId}");
}
