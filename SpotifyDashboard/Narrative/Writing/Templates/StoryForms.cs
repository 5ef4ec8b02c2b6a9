using System.Globalization;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>How a language says numbers, days and counted things. Rounded as the facts round.</summary>
internal abstract class StoryForms
{
    private const double LeastHours = 2;

    private protected StoryForms(string culture) => Culture = CultureInfo.GetCultureInfo(culture);

    /// <summary>The language, with its forms of numbers and dates.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Opening and closing quotation mark.</summary>
    protected abstract (string Open, string Close) Quotes { get; }

    /// <summary>The forms of a language.</summary>
    /// <param name="language">Two letters.</param>
    /// <returns>Those of English where the template does not speak it.</returns>
    public static StoryForms Of(string language) => language switch
    {
        "de" => new GermanForms(),
        _ => new EnglishForms(),
    };

    /// <summary>"1,204".</summary>
    public string Number(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("N0", Culture);

    /// <summary>"71.8"; from a hundred on without a decimal.</summary>
    public string Decimal(double number) => Math.Round(number, number < 100 ? 1 : 0, MidpointRounding.AwayFromZero).ToString("#,0.#", Culture);

    /// <summary>"18 %", "2.6 %".</summary>
    /// <param name="percent">0 to 100, or more for a change; its sign is left out.</param>
    public string Percent(double percent)
    {
        var size = Math.Abs(percent);
        return $"{FactWords.Rounded(size).ToString(size is < 10 or (> 99 and < 100) ? "#,0.#" : "N0", Culture)} %";
    }

    /// <summary>"1 play", "1,204 plays".</summary>
    public string Count(double number, FactUnit unit)
    {
        var (one, many) = Noun(unit);
        var rounded = Math.Round(number, MidpointRounding.AwayFromZero);
        return $"{Number(rounded)} {(rounded == 1 ? one : many)}";
    }

    /// <summary>As <see cref="Count"/>, behind a word such as "by" or "von".</summary>
    public virtual string CountBehind(double number, FactUnit unit) => Count(number, unit);

    /// <summary>"42 minutes", from two hours on "5.2 hours".</summary>
    public string Time(double hours) => hours < LeastHours ? Count(hours * 60, FactUnit.Minutes) : $"{Decimal(hours)} {Noun(FactUnit.Hours).Many}";

    /// <summary>A title or the name of a mood in quotation marks.</summary>
    public string Quoted(string name) => Quotes.Open + name + Quotes.Close;

    /// <summary>"Friday".</summary>
    /// <param name="weekday">0 Monday to 6 Sunday.</param>
    public string Weekday(int weekday) => Culture.DateTimeFormat.GetDayName((DayOfWeek)((weekday + 1) % 7));

    /// <summary>"14 October 2026".</summary>
    public abstract string Day(DateOnly day);

    /// <summary>With the word that belongs before it: "in March 2026", "in the week from 9 March to 15 March 2026".</summary>
    public abstract string In(FactDays days);

    /// <summary>As a heading says it: "March 2026".</summary>
    public abstract string Heading(FactDays days);

    /// <summary>"on Fridays".</summary>
    /// <param name="weekday">0 Monday to 6 Sunday.</param>
    public abstract string OnWeekdays(int weekday);

    /// <summary>"on Friday evenings".</summary>
    /// <param name="weekday">0 Monday to 6 Sunday.</param>
    /// <param name="part">Six hours each: 0 night to 3 evening.</param>
    public abstract string OnWeekdayParts(int weekday, int part);

    /// <summary>When something began: "by October 2026", "by the week of 12 October 2026", "by Friday, 16 October 2026".</summary>
    public abstract string From(FactDays days);

    /// <summary>"21:00".</summary>
    /// <param name="hour">0 to 23.</param>
    public abstract string Hour(int hour);

    /// <summary>Singular and plural.</summary>
    protected abstract (string One, string Many) Noun(FactUnit unit);

    /// <summary>Whether the days have a name short enough for a title: a day, week, month or year.</summary>
    public static bool IsNamed(FactDays days) => days.From == days.To || IsMonth(days) || IsYear(days) || IsWeek(days);

    /// <summary>Whether the days are one calendar month.</summary>
    protected static bool IsMonth(FactDays days) => days.From.Day == 1 && days.To == days.From.AddMonths(1).AddDays(-1);

    /// <summary>Whether the days are one calendar year.</summary>
    protected static bool IsYear(FactDays days) => days.From is { Day: 1, Month: 1 } && days.To == days.From.AddYears(1).AddDays(-1);

    /// <summary>Whether the days are a week from Monday to Sunday.</summary>
    protected static bool IsWeek(FactDays days) => days.From.DayOfWeek == DayOfWeek.Monday && days.To == days.From.AddDays(6);
}
