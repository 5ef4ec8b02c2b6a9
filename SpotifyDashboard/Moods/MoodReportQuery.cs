using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>The parameters of the report as they stand in the address: texts, so that a bad one is refused by name.</summary>
internal sealed class MoodReportQuery
{
    public const string EmphasisWords = "How much single features matter, as energy:2,tempo:0.5; each one of 0.5, 1, 2, 3, and 1 where nothing is said.";

    private const int MostStarts = 200;
    private static readonly string[] s_names = ["k", "features", "emphasis", "scope", "weight", "from", "to", "count", "points", "tone", "starts"];
    private static readonly string[] s_tones = ["professional", "sarcastic", "roast"];

    [FromQuery(Name = "k"), Description("How many moods, 2 to 10; 5 where left out.")]
    public string? K { get; init; }

    [FromQuery(Name = "features"), Description("9 (default), 13, or snake_case names of audio features separated by commas.")]
    public string? Features { get; init; }

    [FromQuery(Name = "emphasis"), Description(EmphasisWords)]
    public string? Emphasis { get; init; }

    [FromQuery(Name = "scope"), Description("library (default): every track played, saved or imported; period: tracks with a counted play from `from` to `to`.")]
    public string? Scope { get; init; }

    [FromQuery(Name = "weight"), Description("none (default) or plays: counted plays of the period weigh in K-Means and in `share`.")]
    public string? Weight { get; init; }

    [FromQuery(Name = "from"), Description("First local day of the period, YYYY-MM-DD.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last local day of the period, YYYY-MM-DD.")]
    public string? To { get; init; }

    [FromQuery(Name = "count"), Description("Which plays count: default, all or finished; the listener's own rule where left out.")]
    public string? Count { get; init; }

    [FromQuery(Name = "points"), Description("true: every track with its place in space; false (default).")]
    public string? Points { get; init; }

    [FromQuery(Name = "tone"), Description("professional, sarcastic or roast: the tone of the narrative wanted; any where left out.")]
    public string? Tone { get; init; }

    [FromQuery(Name = "starts"), Description("Searches of K-Means from fresh seeds, 1 to 200; 10 where left out.")]
    public string? Starts { get; init; }

    /// <summary>Whether every track is asked for; only after <see cref="TryRead"/> agreed.</summary>
    public bool WantsPoints => Points == "true";

    /// <summary>The first name in <paramref name="query"/> that is no parameter of the report, or null.</summary>
    public static string? FindUnknown(IQueryCollection query) => query.Keys.FirstOrDefault(name => !s_names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads the parameters into a request.</summary>
    /// <param name="listener">Whose report.</param>
    /// <param name="request">The request, where all could be read.</param>
    /// <param name="problem">A sentence that names the parameter that could not.</param>
    public bool TryRead(ListenerProfile listener, out MoodMapRequest request, out string problem)
    {
        request = new MoodMapRequest(
            listener.Id, MoodMapRequest.DefaultMoods, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, Period.Everything, listener.CountingRule);
        if (!TryNumber("k", K, MoodMapRequest.DefaultMoods, MoodMapRequest.FewestMoods, MoodMapRequest.MostMoods, out var moods, out problem)
            || !TryNumber("starts", Starts, MoodMapRequest.DefaultStarts, 1, MostStarts, out var starts, out problem)
            || !TryFeatures(out var features, out problem)
            || !TryEmphasis(out var emphasis, out problem)
            || !TryChoice("scope", Scope, ["library", "period"], out var scope, out problem)
            || !TryChoice("weight", Weight, ["none", "plays"], out var weight, out problem)
            || !TryChoice("count", Count, ["default", "all", "finished"], out var count, out problem)
            || !TryChoice("points", Points, ["false", "true"], out _, out problem)
            || !TryChoice("tone", Tone, s_tones, out _, out problem)
            || !TryDay("from", From, out var from, out problem)
            || !TryDay("to", To, out var to, out problem))
        {
            return false;
        }

        if (from > to)
        {
            problem = "to: the period ends before it begins.";
            return false;
        }

        request = new MoodMapRequest(
            listener.Id,
            moods,
            features,
            (MoodScope)scope,
            (MoodWeight)weight,
            new Period(from, to),
            string.IsNullOrEmpty(Count) ? listener.CountingRule : (CountingRule)count,
            starts)
        {
            Emphasis = emphasis,
        };
        return true;
    }

    private bool TryFeatures(out FeatureSet features, out string problem)
    {
        var isRead = FeatureSet.TryParse(Features, out features, out var reason);
        problem = isRead ? "" : $"features: {reason}";
        return isRead;
    }

    private bool TryEmphasis(out FeatureEmphasis emphasis, out string problem)
    {
        var isRead = FeatureEmphasis.TryParse(Emphasis, out emphasis, out var reason);
        problem = isRead ? "" : $"emphasis: {reason}";
        return isRead;
    }

    private static bool TryNumber(string name, string? text, int standard, int least, int most, out int number, out string problem)
    {
        problem = "";
        number = standard;
        if (string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most))
        {
            return true;
        }

        problem = string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no whole number from {least} to {most}.");
        return false;
    }

    /// <summary>The place of <paramref name="text"/> among <paramref name="choices"/>; the first where it is left out.</summary>
    private static bool TryChoice(string name, string? text, string[] choices, out int choice, out string problem)
    {
        choice = string.IsNullOrEmpty(text) ? 0 : Array.IndexOf(choices, text);
        problem = choice >= 0 ? "" : $"{name}: '{text}' is none of {string.Join(", ", choices)}.";
        return choice >= 0;
    }

    private static bool TryDay(string name, string? text, out DateOnly? day, out string problem)
    {
        problem = "";
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return true;
        }

        problem = $"{name}: '{text}' is no day of the form YYYY-MM-DD.";
        return false;
    }
}
