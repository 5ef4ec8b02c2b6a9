using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Says by the figures which sections of phrases may be said of a topic, the best first: nobody leads who shares the lead, and a track heard thrice is no habit.</summary>
/// <param name="material">The facts.</param>
internal sealed class StoryPlan(StoryMaterial material)
{
    /// <summary>Percent below which a change is none worth a word.</summary>
    private const double SmallChange = 3;

    /// <summary>Percent from which on a change may stand in the title.</summary>
    private const double LargeChange = 20;

    private const double FewPlays = 20;
    private const double FewestPlaysOfTrack = 5;
    private const double LongHours = 2;
    private const double FewestDays = 3;

    /// <summary>Sections of the title; one that can always be said stands last.</summary>
    public IReadOnlyList<string> Title => material.Figure("plays-change", FactUnit.PercentChange) is { } change && Math.Abs(change) >= LargeChange
        ? ["title", change > 0 ? "title.more" : "title.less"]
        : ["title"];

    /// <summary>Sections of the first sentence.</summary>
    public ImmutableArray<string> Opening => material.Figure("plays", FactUnit.Plays) is 1
        ? ["opening.one", "opening"]
        : material.Figure("plays-change", FactUnit.PercentChange) switch
        {
            > SmallChange => ["opening.more", "opening"],
            < -SmallChange => ["opening.less", "opening"],
            null => ["opening"],
            _ => ["opening.same", "opening"],
        };

    /// <summary>Topics that are told wherever they are known, with their sections.</summary>
    public IEnumerable<(string Topic, ImmutableArray<string> Sections)> Core =>
    [
        ("artist", Artist),
        ("genre", Leads("genre", FactUnit.Plays) ? ["genre", "genre.two", "genre.lone"] : ["genre.tied"]),
        ("mood", Leads("mood", FactUnit.Percent) ? ["mood", "mood.lone"] : ["mood.tied"]),
    ];

    /// <summary>Topics that are told as far as there is room, with their sections.</summary>
    public IEnumerable<(string Topic, ImmutableArray<string> Sections)> Further =>
    [
        ("track", Leads("track", FactUnit.Plays) && material.IsUnmistakable("track-1") && material.Figure("track-1", FactUnit.Plays) >= FewestPlaysOfTrack ? ["track", "track.unnamed"] : []),
        ("drift", ["drift"]),
        ("rhythm", ["rhythm", "rhythm.day"]),
        ("session", IsLong ? ["session", "session.count"] : ["session.count"]),
        ("discovery", ["discovery", "discovery.tracks"]),
        ("streak", material.Figure("streak", FactUnit.Days) >= FewestDays ? ["streak"] : []),
        ("taste", ["taste", "taste.variety"]),
    ];

    /// <summary>The order in which topics are told.</summary>
    public static ImmutableArray<string> Order { get; } = ["opening", "artist", "track", "genre", "mood", "drift", "rhythm", "session", "discovery", "streak", "taste"];

    private ImmutableArray<string> Artist =>
        !Leads("artist", FactUnit.Plays) ? ["artist.tied"]
        : material.Figure("plays", FactUnit.Plays) < FewPlays ? ["artist.few", "artist.lone"]
        : ["artist.risen", "artist", "artist.lone"];

    private bool IsLong => material.Figure("session-longest", FactUnit.Hours) >= LongHours;

    /// <summary>Whether the first of a list is alone at the top.</summary>
    private bool Leads(string list, FactUnit unit) => material.Leads(list, unit);
}
