using System.Globalization;
using System.Text.RegularExpressions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Reads hours a day as people write them: "2", "2,5", "2-3" (its middle), "1h30", "1:30", "about 4", "45 min", "less than 1" (half of it).</summary>
internal static partial class HoursReader
{
    /// <summary>The hours, 0 to 24, or why there are none.</summary>
    /// <param name="text">What was answered; not empty.</param>
    /// <param name="problem">The reason where the result is null.</param>
    public static double? Read(string text, out string? problem)
    {
        var hours = Parse(NameFold.Of(text));
        problem = hours switch
        {
            null => "hours a day are no number",
            < 0 or > 24 => "hours a day are not between 0 and 24",
            _ => null,
        };
        return problem is null ? Math.Round(hours.GetValueOrDefault(), 2) : null;
    }

    private static double? Parse(string text)
    {
        if (Range().Match(text) is { Success: true } range)
        {
            var middle = (Number(range, "from") + Number(range, "to")) / 2;
            return range.Groups["minutes"].Success ? middle / 60 : middle;
        }

        if (Clock().Match(text) is { Success: true } clock)
        {
            return Number(clock, "hours") + (Number(clock, "minutes") / 60);
        }

        if (Minutes().Match(text) is { Success: true } minutes)
        {
            return Number(minutes, "number") / 60;
        }

        if (Single().Match(text) is { Success: true } single)
        {
            var number = Number(single, "number") + (single.Groups["half"].Success ? .5 : 0);
            return single.Groups["less"].Success ? number / 2 : number;
        }

        return text is "half an hour" or "eine halbe stunde" or "en halvtimme" or "media hora" or "une demi-heure" ? .5
            : text is "none" or "never" or "keine" or "ingen" or "nada" or "aucune" ? 0
            : null;
    }

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private const string Value = @"\d{1,4}([.,]\d{1,4})?";
    private const string About = @"(about|around|roughly|approx\.?|approximately|ca\.?|circa|etwa|ungefahr|ungefar|runt|cirka|unos|unas|alrededor de|environ|maybe|probably|~)?\s*";
    private const string Hours = @"\s*(h|hr|hrs|hours?|std\.?|stunden?|tim|timmar|timme|horas?|heures?)?\s*((a|per|each|every|pro|am|om|al|por|par|/)\s*(day|tag|dag|dagen|dia|jour))?\.?";

    [GeneratedRegex("^" + About + "(?<from>" + Value + @")\s*(-|to|bis|till|a|or|oder|eller)\s*(?<to>" + Value + @")(\s*(?<minutes>min(ute)?[sn]?|minuter|minutos))?" + Hours + "$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex("^" + About + @"(?<hours>\d{1,2})\s*(:|h|hrs?|hours?|std|stunden?|tim|timmar|horas?|heures?)\s*(and|und|och|y|et)?\s*(?<minutes>[0-5]?\d)\s*(m|min|mins|minutes?|minuten|minuter|minutos)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("^" + About + "(?<number>" + Value + @")\s*(m|min|mins|minutes?|minuten|minuter|minutos)\.?(\s*(a|per|pro|/)\s*(day|tag|dag|dia|jour))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^(?<less>less than|under|below|<|weniger als|mindre an|menos de|moins de)?\s*(more than|over|at least|>|mehr als|mer an|mas de|plus de)?\s*" + About + "(?<number>" + Value + @")\s*\+?(?<half>\s*(and a half|1/2))?\+?" + Hours + @"\s*\+?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Single();
}
