using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>What changed in the facts from one story to another.</summary>
public sealed class NarrativeComparisonTests
{
    [Fact]
    public void Facts_AboutAName_AreMatchedByItWhereverItStands()
    {
        var (earlier, later) = Stories(
            [Plays(100), Artist(1, "Nordlys", 40), Artist(2, "Ärger", 30), Artist(3, "Gone", 5), Streak(3)],
            [Plays(120), Artist(1, "Ärger", 60), Artist(2, "New", 20), Artist(3, "Nordlys", 12), Streak(3)]);

        var comparison = NarrativeComparison.Of(later, earlier);

        Assert.Equal((earlier.Id, later.Id), (comparison.Earlier.Id, comparison.Later.Id));
        Assert.Equal(
            ["Changed plays 100>120 (20)", "Changed Ärger 30>60 (30)", "Came New >20 ()", "Changed Nordlys 40>12 (-28)", "Same streak 3>3 (0)", "Went Gone 5> ()"],
            comparison.Changes.Select(change =>
                FormattableString.Invariant($"{change.Kind} {change.Name ?? (change.After ?? change.Before)?.Id} {change.Before?.Value}>{change.After?.Value} ({change.Difference})")));
    }

    [Fact]
    public void Facts_OfWhichOneLeavesTheNameOut_AreMatchedByTheirId()
    {
        var (earlier, later) = Stories([Artist(1, "Nordlys", 40)], [Artist(1, name: null, 55), Artist(2, name: null, 10)]);

        var comparison = NarrativeComparison.Of(earlier, later);

        Assert.Equal([FactChangeKind.Changed, FactChangeKind.Came], comparison.Changes.Select(change => change.Kind));
        Assert.Equal(15, comparison.Changes[0].Difference);
    }

    [Fact]
    public void Fact_WithAnotherUnit_HasNoDifference()
    {
        var (earlier, later) = Stories([Plays(100)], [Plays(100) with { Figures = [new FactFigure(3, FactUnit.Hours)] }]);

        var change = Assert.Single(NarrativeComparison.Of(earlier, later).Changes);

        Assert.Equal(FactChangeKind.Changed, change.Kind);
        Assert.Null(change.Difference);
    }

    [Fact]
    public void Story_AgainstItself_IsTheSame()
    {
        var (story, _) = Stories([Plays(100), Artist(1, "Nordlys", 40), Artist(2, "Ärger", 30)], []);

        Assert.All(NarrativeComparison.Of(story, story).Changes, change => Assert.Equal(FactChangeKind.Same, change.Kind));
    }

    private static (NarrativeSnapshot Earlier, NarrativeSnapshot Later) Stories(NarrativeFact[] before, NarrativeFact[] after) =>
    (
        StoryBench.Story(listener: 1) with { Facts = [.. before] },
        StoryBench.Story(listener: 1) with { Facts = [.. after], Days = new FactDays(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30)) });

    private static NarrativeFact Plays(int value) => Fact("plays", FactTopic.Totals, value);

    private static NarrativeFact Streak(int value) => Fact("streak", FactTopic.Streaks, value);

    private static NarrativeFact Artist(int rank, string? name, int value) =>
        Fact(FormattableString.Invariant($"artist-{rank}"), FactTopic.Artists, value) with { Names = name is null ? [] : [new FactName(FactNameKind.Artist, name)] };

    private static NarrativeFact Fact(string id, FactTopic topic, int value) => new()
    {
        Id = id,
        Topic = topic,
        Text = FormattableString.Invariant($"{id} {value}"),
        Href = "/stats",
        Figures = [new FactFigure(value, FactUnit.Plays)],
    };
}
