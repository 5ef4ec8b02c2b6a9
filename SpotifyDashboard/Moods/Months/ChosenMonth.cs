using System.Globalization;

namespace SpotifyDashboard.Moods.Months;

/// <summary>A month as it stands in the address: <c>month=2025-03</c>.</summary>
internal static class ChosenMonth
{
    private const string Form = "yyyy-MM";

    /// <summary>The first day of the month, or null where there is none or it cannot be read.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : null;

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public static string Format(DateOnly start) => start.ToString(Form, CultureInfo.InvariantCulture);
}
