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
    public static readonly FrozenDictionary<string, DayHours> DayParts = Grouped(
        ("morning mornings morgens fruh", new DayHours(5, 11)),
        ("vormittag vormittags", new DayHours(8, 11)),
        ("noon midday mittag mittags", new DayHours(11, 13)),
        ("afternoon afternoons nachmittag nachmittags nachmittagen", new DayHours(12, 17)),
        ("evening evenings abend abends abenden", new DayHours(18, 22)),
        ("night nights nacht nachts nachten", new DayHours(22, 4)),
        ("midnight mitternacht", new DayHours(0, 4)));

    /// <summary>Saturday and Sunday.</summary>
    public static readonly FrozenSet<string> Weekend = Words("weekend weekends wochenende wochenenden wochenends");

    /// <summary>Stretches that are counted: d, w, m, y.</summary>
    public static readonly FrozenDictionary<string, char> Units = Grouped(
        ("day days tag tage tagen", 'd'),
        ("week weeks woche wochen", 'w'),
        ("month months monat monate monaten monats", 'm'),
        ("year years jahr jahre jahren jahres", 'y'));

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

    private static FrozenDictionary<string, int> Numbered(int first, params string[] groups) => Grouped([.. groups.Select((words, index) => (words, first + index))]);

    private static FrozenDictionary<string, T> Grouped<T>(params (string Words, T Meaning)[] groups) => groups
        .SelectMany(group => group.Words.Split(' ').Select(word => KeyValuePair.Create(word, group.Meaning)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
