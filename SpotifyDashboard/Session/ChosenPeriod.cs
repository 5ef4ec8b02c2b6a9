using System.Globalization;
using Microsoft.AspNetCore.Components;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>The period as it stands in a page's address: <c>?from=2026-01-01&amp;to=2026-03-31</c>, local days, both included.</summary>
/// <remarks>
/// A page takes both as strings, <c>[SupplyParameterFromQuery] public string? From { get; set; }</c> and <c>To</c>, and reads them with
/// <see cref="Parse"/>; <c>PeriodPicker</c> writes them.
/// </remarks>
public static class ChosenPeriod
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads both ends. What is missing or no day leaves that end open; ends in the wrong order are exchanged.</summary>
    public static Period Parse(string? from, string? to)
    {
        var (first, last) = (ParseDay(from), ParseDay(to));
        return first > last ? new Period(last, first) : new Period(first, last);
    }

    /// <summary>The current address with <paramref name="period"/> in it; its other parameters stay.</summary>
    public static string AddressOf(NavigationManager navigation, Period period)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        return navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["from"] = Format(period.From),
            ["to"] = Format(period.To),
        });
    }

    /// <summary>A day as it stands in the address; null stays null, which removes the parameter.</summary>
    public static string? Format(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
