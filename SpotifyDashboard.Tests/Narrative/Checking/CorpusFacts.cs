using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative.Checking;

/// <summary>Reads a list of facts of the corpus.</summary>
internal static class CorpusFacts
{
    /// <summary>The facts of a file <c>name.facts.json</c>.</summary>
    public static NarrativeFacts Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var days = new FactDays(DayOf(root.GetProperty("from")), DayOf(root.GetProperty("to")));
        ImmutableArray<NarrativeFact> facts = [.. root.GetProperty("facts").EnumerateArray().Select(FactOf)];
        return new NarrativeFacts { ListenerId = 1, Period = new Period(days.From, days.To), Days = days, HasNames = facts.Any(static fact => fact.Names.Any(static name => name.Kind != FactNameKind.Mood)), Facts = facts };
    }

    private static NarrativeFact FactOf(JsonElement fact) => new()
    {
        Id = fact.GetProperty("id").GetString() ?? "",
        Topic = Enum.Parse<FactTopic>(fact.GetProperty("topic").GetString() ?? ""),
        Text = fact.GetProperty("text").GetString() ?? "",
        Figures = [.. ListOf(fact, "figures").Select(static figure => new FactFigure(figure[0].GetDouble(), Enum.Parse<FactUnit>(figure[1].GetString() ?? "")))],
        Names = [.. ListOf(fact, "names").Select(static name => new FactName(Enum.Parse<FactNameKind>(name[0].GetString() ?? ""), name[1].GetString() ?? ""))],
        Days = [.. ListOf(fact, "days").Select(static days => new FactDays(DayOf(days[0]), DayOf(days[1])))],
        Href = "/stats",
    };

    private static List<JsonElement> ListOf(JsonElement fact, string list) => fact.TryGetProperty(list, out var elements) ? [.. elements.EnumerateArray()] : [];

    private static DateOnly DayOf(JsonElement day) => DateOnly.ParseExact(day.GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
