using System.Globalization;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>What the command <c>simulate</c> was called with.</summary>
/// <param name="Hours">How long to simulate.</param>
/// <param name="Start">When to begin (UTC); null: now.</param>
internal sealed record SimulateArguments(double Hours, DateTimeOffset? Start)
{
    private const double MostHours = 24 * 366;

    /// <summary>Reads <c>--hours N [--start ISO]</c>; null where it can't be read.</summary>
    public static SimulateArguments? Parse(IReadOnlyList<string> arguments)
    {
        double? hours = null;
        DateTimeOffset? start = null;
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--hours" when double.TryParse(value, CultureInfo.InvariantCulture, out var told) && told is > 0 and <= MostHours:
                    hours = told;
                    break;
                case "--start" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var told):
                    start = told;
                    break;
                default:
                    return null;
            }
        }

        return hours is { } length ? new SimulateArguments(length, start) : null;
    }
}
