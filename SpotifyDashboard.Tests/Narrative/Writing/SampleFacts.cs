using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>A small closed list, always the same.</summary>
internal static class SampleFacts
{
    public const int Listener = 7;

    private static readonly FactDays s_days = new(new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 18));

    public static NarrativeFacts None { get; } = Of([]);

    /// <param name="track">Title of the track played most.</param>
    public static NarrativeFacts Week(string track = "Midnight Ferry") => Of(
    [
        Fact("period", FactTopic.Period, "The story covers 12 October 2026 to 18 October 2026: 7 days.", [new(7, FactUnit.Days)]) with { Days = [s_days] },
        Fact("plays", FactTopic.Totals, "In all there were 1,204 plays.", [new(1204, FactUnit.Plays)]),
        Fact("minutes", FactTopic.Totals, "The music sounded for 4,310 minutes, or 71.8 hours.", [new(4310, FactUnit.Minutes), new(71.8333, FactUnit.Hours)]),
        Fact("tracks", FactTopic.Totals, "You played 318 different tracks.", [new(318, FactUnit.Tracks)]),
        Fact("artist-1", FactTopic.Artists, "Your most played artist was Nordlys Kollektiv: 253 plays, 21 % of all.", [new(253, FactUnit.Plays), new(21.0133, FactUnit.Percent), new(1, FactUnit.Rank)])
            with { Names = [new(FactNameKind.Artist, "Nordlys Kollektiv")] },
        Fact("artist-2", FactTopic.Artists, "Artist no. 2 was Mara Lindqvist: 96 plays, 8 % of all.", [new(96, FactUnit.Plays), new(7.973, FactUnit.Percent), new(2, FactUnit.Rank)])
            with { Names = [new(FactNameKind.Artist, "Mara Lindqvist")] },
        Fact("track-1", FactTopic.Tracks, $"Your most played track was {track} by Nordlys Kollektiv: 41 plays, 3.4 % of all.", [new(41, FactUnit.Plays), new(3.405, FactUnit.Percent), new(1, FactUnit.Rank)])
            with { Names = [new(FactNameKind.Track, track), new(FactNameKind.Artist, "Nordlys Kollektiv")] },
        Fact("streak", FactTopic.Streaks, "Your longest streak was 7 days in a row.", [new(7, FactUnit.Days)]),
    ]);

    public static NarrativeFact Fact(string id, FactTopic topic, string text, FactFigure[] figures) =>
        new() { Id = id, Topic = topic, Text = text, Figures = [.. figures], Href = "/stats?from=2026-10-12&to=2026-10-18" };

    private static NarrativeFacts Of(NarrativeFact[] facts) => new() { ListenerId = Listener, Period = new Period(s_days.From, s_days.To), Days = s_days, HasNames = true, Facts = [.. facts] };
}
