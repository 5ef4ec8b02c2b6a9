using System.Text.Json;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>One statistic with its own parameters, as both sides are asked for it.</summary>
/// <param name="Statistic">The last part of the address, and the name of the SQL file.</param>
/// <param name="Query">Its own part of the query, or nothing.</param>
/// <param name="SqlParameters">The same for the SQL.</param>
internal sealed record Question(string Statistic, string Query, params (string Name, object? Value)[] SqlParameters)
{
    /// <summary>How many moods are asked for.</summary>
    public const int Moods = 4;

    /// <summary>Every statistic there is, with its choices.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("summary", ""),
        .. from kind in new[] { "tracks", "artists", "albums", "genres" }
           from @by in new[] { "plays", "time" }
           select new Question("top", $"&kind={kind}&by={@by}&limit=40", ("kind", kind), ("by", @by), ("limit", 40)),
        new("heatmap", ""),
        new("calendar", ""),
        .. from @by in new[] { "hour", "day", "week", "month", "year" } select new Question("trend", $"&by={@by}", ("by", @by)),
        .. from pause in new[] { 30, 1, 720 } select new Question("sessions", $"&pause={pause}", ("pause", pause)),
        new("streaks", ""),
        new("discovery", ""),
        new("rediscovery", "&limit=5", ("limit", 5)),
        new("forgotten", "&limit=5", ("limit", 5)),
        new("obsessions", "&limit=5", ("limit", 5)),
        .. from day in new[] { "2026-11-01", "2024-02-29", "2026-01-01" }
           select new Question("on-this-day", $"&day={day}", ("day", ReferencePeriod.Number(day))) { IsOverPeriod = false },
        new("milestones", ""),
        new("loyalty", ""),
        new("skips", ""),
        new("diversity", ""),
        new("decades", ""),
        new("explicit", ""),
        new("genres", "&limit=3", ("limit", 3)),
        new("platforms", ""),
        new("contexts", "&limit=5", ("limit", 5)),
        new("hipster", ""),
        new("moods", $"&k={Moods}"),
        .. from kind in new[] { "tracks", "artists", "albums" }
           from range in new[] { "4w", "6m", "1y", "all" }
           select new Question("top20", $"&kind={kind}&range={range}", ("kind", kind), ("range", range)) { Path = "/api/top20", IsOverPeriod = false, IsCountedByChoice = true },
        History(artist: null, text: null),
        History(artist: null, text: "emile"),
        History(artist: "ZOE", text: null),
        History(artist: "artist3", text: "NIGHT"),
        History(artist: null, text: "home ARGER"),
    ];

    /// <summary>Every statistic once; of those with choices, one in its turn.</summary>
    public static IEnumerable<Question> OfEach(int turn) =>
        All.GroupBy(question => question.Statistic).Select(questions => questions.ElementAt(turn % questions.Count()));

    /// <summary>Where it is asked.</summary>
    public string Path { get; init; } = $"/api/stats/{Statistic}";

    /// <summary>Whether it takes a period; the others are asked about once.</summary>
    public bool IsOverPeriod { get; init; } = true;

    /// <summary>Whether it counts by the listener's own rule, whatever the address says.</summary>
    public bool IsCountedByChoice { get; init; }

    /// <summary>The field that is compared, where it is not the whole answer.</summary>
    public string? Part { get; init; }

    /// <summary>The address with the period and the counting rule.</summary>
    public string Address(ReferencePeriod period, string rule) =>
        $"{Path}?{(IsCountedByChoice ? "" : $"count={rule}")}{(IsOverPeriod ? period.Query : "")}{Query}".Replace("?&", "?", StringComparison.Ordinal);

    /// <summary>What of the program's answer is compared.</summary>
    public JsonElement PartOf(JsonElement answer) => Part is null ? answer : answer.GetProperty(Part);

    private static Question History(string? artist, string? text)
    {
        var query = $"{(artist is null ? "" : $"&artist={Uri.EscapeDataString(artist)}")}{(text is null ? "" : $"&q={Uri.EscapeDataString(text)}")}&limit=1000";
        return new("history", query, ("artist", artist), ("q", text), ("limit", 1000)) { Path = "/api/history", Part = "items" };
    }
}
