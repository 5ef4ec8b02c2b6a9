using System.Globalization;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Reads an age in years, told as such or by the year of birth.</summary>
internal static partial class AgeReader
{
    public const int Youngest = 5;
    public const int Oldest = 120;

    /// <summary>The age, or why there is none.</summary>
    /// <param name="text">What was answered; not empty.</param>
    /// <param name="year">The year in which it was answered, from which a year of birth is taken away: of two people born in a year, one may be a year younger.</param>
    /// <param name="problem">The reason where the result is null.</param>
    public static int? Read(string text, int year, out string? problem)
    {
        problem = null;
        var match = Plain().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            if (BirthDate().Match(text) is not { Success: true } date)
            {
                problem = "age is no number";
                return null;
            }

            number = int.Parse(date.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        }

        var age = (int)Math.Floor(number >= 1880 ? year - number : number);
        if (age is >= Youngest and <= Oldest)
        {
            return age;
        }

        problem = $"age is not between {Youngest} and {Oldest}";
        return null;
    }

    [GeneratedRegex(@"^[^\d-]{0,12}?(?<number>\d{1,4}([.,]\d{1,2})?)\s*(years?( old)?|yrs?|y\.?o\.?|jahre?( alt)?|år|ar|años|anos|ans|\.)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(\d{1,2}[./-]\d{1,2}[./-])(?<year>(19|20)\d\d)$|^(?<year>(19|20)\d\d)-\d\d-\d\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BirthDate();
}
