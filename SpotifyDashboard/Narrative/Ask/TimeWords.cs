using System.Collections.Frozen;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Words of time in English and German, folded: no capitals, no accents ("marz").</summary>
internal static class TimeWords
{
    /// <summary>Months, 1 to 12.</summary>
    public static readonly FrozenDictionary<string, int> Months = Numbered(
        1,
        "january januar janner jan", "february februar feb", "march marz mrz mar", "april apr", "may mai", "june juni jun", "july juli jul",
        "august aug", "september sept sep", "october oktober oct okt", "november nov", "december dezember dec dez");

    /// <summary>Months and seasons that are also other words: they count only beside a word of time.</summary>
    public static readonly FrozenSet<string> Doubtful = Words("may mar jan jun jul sep dec dez mrz nov oct okt fall");

    /// <summary>Seasons: 0 spring to 3 winter, as the northern half counts them.</summary>
    public static readonly FrozenDictionary<string, int> Seasons = Numbered(
        0, "spring springtime fruhling fruhjahr", "summer summertime sommer", "autumn fall herbst", "winter wintertime");

    /// <summary>Days of the week, 0 Monday to 6 Sunday.</summary>
    public static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        0, "monday montag", "tuesday dienstag", "wednesday mittwoch", "thursday donnerstag", "friday freitag", "saturday samstag sonnabend", "sunday sonntag");

    /// <summary>Days of the week as they come round every week: "Fridays", "freitags".</summary>
    public static readonly FrozenDictionary<string, int> EveryWeekday = Numbered(
        0, "mondays montags", "tuesdays dienstags", "wednesdays mittwochs", "thursdays donnerstags", "fridays freitags", "saturdays samstags sonnabends", "sundays sonntags");

    /// <summary>Parts of the day with their hours.</summary>
    public static readonly FrozenDictionary<string, DayHours> DayParts = new Dictionary<string, DayHours>(StringComparer.Ordinal)
    {
        ["morning"] = new(5, 11), ["mornings"] = new(5, 11), ["morgens"] = new(5, 11), ["fruh"] = new(5, 11), ["vormittags"] = new(8, 11), ["vormittag"] = new(8, 11),
        ["noon"] = new(11, 13), ["midday"] = new(11, 13), ["mittags"] = new(11, 13), ["mittag"] = new(11, 13),
        ["afternoon"] = new(12, 17), ["afternoons"] = new(12, 17), ["nachmittags"] = new(12, 17), ["nachmittag"] = new(12, 17), ["nachmittagen"] = new(12, 17),
        ["evening"] = new(18, 22), ["evenings"] = new(18, 22), ["abends"] = new(18, 22), ["abend"] = new(18, 22), ["abenden"] = new(18, 22),
        ["night"] = new(22, 4), ["nights"] = new(22, 4), ["nachts"] = new(22, 4), ["nacht"] = new(22, 4), ["nachten"] = new(22, 4), ["midnight"] = new(0, 4), ["mitternacht"] = new(0, 4),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Saturday and Sunday.</summary>
    public static readonly FrozenSet<string> Weekend = Words("weekend weekends wochenende wochenenden wochenends");

    /// <summary>Stretches that are counted: d, w, m, y.</summary>
    public static readonly FrozenDictionary<string, char> Units = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["day"] = 'd', ["days"] = 'd', ["tag"] = 'd', ["tage"] = 'd', ["tagen"] = 'd',
        ["week"] = 'w', ["weeks"] = 'w', ["woche"] = 'w', ["wochen"] = 'w',
        ["month"] = 'm', ["months"] = 'm', ["monat"] = 'm', ["monate"] = 'm', ["monaten"] = 'm', ["monats"] = 'm',
        ["year"] = 'y', ["years"] = 'y', ["jahr"] = 'y', ["jahre"] = 'y', ["jahren"] = 'y', ["jahres"] = 'y',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Numbers people write out.</summary>
    public static readonly FrozenDictionary<string, int> Numbers = Numbered(
        1,
        "a an one ein eine einem einer", "two zwei", "three drei", "four vier", "five funf", "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf",
        "twelve zwolf");

    /// <summary>The one before this one.</summary>
    public static readonly FrozenSet<string> Last = Words("last past previous letzte letzten letzter letztes letztem vergangene vergangenen vergangenes vergangener vorige vorigen voriges voriger");

    /// <summary>The one we are in.</summary>
    public static readonly FrozenSet<string> This = Words("this current diese diesen dieses dieser diesem aktuelle aktuellen");

    /// <summary>Words before a time that make a doubtful word a month.</summary>
    public static readonly FrozenSet<string> Before = Words("in of during since until till from to between and around im seit bis von zwischen und wahrend anfang mitte ende early mid late");

    private static FrozenDictionary<string, int> Numbered(int first, params ReadOnlySpan<string> groups)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < groups.Length; index++)
        {
            foreach (var word in groups[index].Split(' '))
            {
                numbers.Add(word, first + index);
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
