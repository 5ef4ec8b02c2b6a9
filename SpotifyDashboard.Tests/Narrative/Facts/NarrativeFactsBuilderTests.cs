using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class NarrativeFactsBuilderTests
{
    [Fact]
    public void Build_AnyHistory_SaysWhatThePlaysSay()
    {
        Naive.Check(AssertTrue);
        AnyHabit.Check(AssertTrue);
    }

    [Fact]
    public void Build_AnyHistory_TextsHoldTheirFiguresAndNoOthers()
    {
        Naive.Check(AssertSaid);
        AnyHabit.Check(AssertSaid);

        static void AssertSaid(ListeningView view)
        {
            var facts = Build(view);
            Assert.All(facts.Facts, FactText.AssertSaysAll);
            Assert.Equal(facts.Facts.Length, facts.Facts.Select(fact => fact.Id).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(facts.Facts.Select(fact => fact.Topic).Order(), facts.Facts.Select(fact => fact.Topic));
        }
    }

    [Fact]
    public void Build_NamesLeftOut_NamesNobody() => Naive.Check(view =>
    {
        var facts = Build(view, withNames: false);
        var json = FactsJson.Of(facts.Facts);
        var catalogue = view.Log.Catalogue;
        string[] names = [.. catalogue.Artists.Select(artist => artist.Name), .. catalogue.Tracks.Select(track => track.Title), .. catalogue.Albums.Select(album => album.Title), .. catalogue.Genres];

        Assert.All(names, name => Assert.DoesNotContain(name, json, StringComparison.OrdinalIgnoreCase));
        Assert.All(facts.Facts.SelectMany(fact => fact.Names), name => Assert.Equal(FactNameKind.Mood, name.Kind));
        Assert.All(facts.Facts, FactText.AssertSaysAll);
    });

    [Fact]
    public void Build_AnyHistory_FitsThePrompt()
    {
        Naive.Check(AssertFits);
        AnyHabit.Check(AssertFits);

        static void AssertFits(ListeningView view)
        {
            var facts = Build(view).Facts;
            Assert.InRange(facts.Length, 0, 32);
            Assert.InRange(FactsJson.Of(facts).Length, 0, 3_400);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Build_InAnyCulture_IsTheSame(string culture)
    {
        var expected = Json();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Json());
            Assert.Contains("plays", expected, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Json() => string.Concat(Enumerable.Range(0, 20).Select(seed => FactsJson.Of(Build(AnyHabit.Of(seed)).Facts)));
    }

    /// <summary>Recomputes figures from the bare list of plays.</summary>
    private static void AssertTrue(ListeningView view)
    {
        var facts = Build(view).Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        var plays = Naive.CountedOf(view);
        if (plays.Count == 0)
        {
            Assert.Empty(facts);
            return;
        }

        var catalogue = view.Log.Catalogue;
        Assert.Equal(plays.Count, facts["plays"].Value);
        Assert.Equal(plays.Select(play => play.StandingIndex).Distinct().Count(), facts["tracks"].Value);
        Assert.Equal(plays.Select(play => play.Standing.ArtistIndex).Distinct().Count(), facts["artists"].Value);
        AssertFigure(plays.Sum(play => (double)play.Ms) / 60_000, facts, "minutes");
        var artists = plays.GroupBy(play => play.Standing.ArtistIndex)
            .OrderByDescending(artist => artist.Count()).ThenByDescending(artist => artist.Sum(play => (long)play.Ms)).ThenBy(artist => catalogue.Artists[artist.Key].Name, StringComparer.Ordinal).ToList();
        foreach (var (artist, rank) in artists.Take(5).Select((artist, index) => (artist, index + 1)))
        {
            if (facts.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"artist-{rank}"), out var fact))
            {
                Assert.Equal([new FactName(FactNameKind.Artist, catalogue.Artists[artist.Key].Name)], fact.Names);
                Assert.Equal(artist.Count(), fact.Value);
                Assert.Contains(fact.Figures, figure => figure.Unit == FactUnit.Percent && Math.Abs(figure.Value - (100.0 * artist.Count() / plays.Count)) < 1e-9);
                Assert.Contains(new FactFigure(rank, FactUnit.Rank), fact.Figures);
            }
        }

        AssertHabits(view, facts, plays);
        AssertChange(view, facts, plays);
        AssertMoods(view, facts, plays);
    }

    private static void AssertHabits(ListeningView view, Dictionary<string, NarrativeFact> facts, List<NaivePlay> plays)
    {
        var days = plays.CountBy(play => play.Day).OrderByDescending(day => day.Value).ToList();
        if (facts.TryGetValue("top-day", out var top))
        {
            Assert.Equal((days[0].Value, days[0].Key), (top.Value, top.Days[0].From));
            Assert.True(days.Count == 1 || days[1].Value < days[0].Value);
        }

        if (facts.TryGetValue("weekday", out var weekday))
        {
            var busiest = plays.CountBy(play => ((int)play.Local.DayOfWeek + 6) % 7).MaxBy(day => day.Value);
            Assert.Equal(busiest.Value, weekday.Value);
            Assert.Contains(new FactFigure(busiest.Key, FactUnit.Weekday), weekday.Figures);
        }

        if (facts.TryGetValue("hour", out var hour))
        {
            Assert.Contains(new FactFigure(plays.CountBy(play => play.Local.Hour).MaxBy(one => one.Value).Key, FactUnit.HourOfDay), hour.Figures);
        }

        if (facts.TryGetValue("streak", out var streak))
        {
            var played = days.ConvertAll(day => day.Key).ToHashSet();
            var longest = played.Max(day => Enumerable.Range(0, played.Count).TakeWhile(step => played.Contains(day.AddDays(step))).Count());
            Assert.Equal(longest, streak.Value);
        }

        if (facts.TryGetValue("new-artists", out var found))
        {
            var firsts = Naive.CountedOf(view.Over(Period.Everything)).GroupBy(play => play.Standing.ArtistIndex).Select(artist => artist.First().Index).ToHashSet();
            Assert.Equal(plays.Count(play => firsts.Contains(play.Index)), found.Value);
        }
    }

    private static void AssertChange(ListeningView view, Dictionary<string, NarrativeFact> facts, List<NaivePlay> plays)
    {
        if (view.Previous() is { } previous && Naive.CountedOf(previous) is { Count: > 0 } before)
        {
            var isCovered = Naive.AllOf(view.Over(Period.Everything))[0].Day <= previous.Period.From && !(view.Period.To > view.Today);
            Assert.Equal(isCovered, facts.ContainsKey("plays-change"));
            if (isCovered)
            {
                AssertFigure(100.0 * (plays.Count - before.Count) / before.Count, facts, "plays-change");
                Assert.Contains(new FactFigure(before.Count, FactUnit.Plays), facts["plays-change"].Figures);
            }
        }
        else
        {
            Assert.DoesNotContain(facts.Values, fact => fact.Topic == FactTopic.Change);
        }
    }

    private static void AssertMoods(ListeningView view, Dictionary<string, NarrativeFact> facts, List<NaivePlay> plays)
    {
        var moods = plays.ConvertAll(play => (play.Track.SpotifyId is null ? play.Standing.Id : play.Track.Id) is var id && id % 5 != 4 ? (int?)(id % 3) : null);
        var known = moods.Count(mood => mood is not null);
        if (known < 0.3 * plays.Count)
        {
            Assert.DoesNotContain(facts.Values, fact => fact.Topic == FactTopic.Moods);
            return;
        }

        var main = moods.OfType<int>().CountBy(mood => mood).MaxBy(mood => mood.Value);
        AssertFigure(100.0 * main.Value / known, facts, "mood-1");
        var tracks = view.Log.Catalogue.Tracks;
        Assert.Equal(known < 0.95 * plays.Count || tracks.Count(track => track.Id % 5 != 4) < 0.95 * tracks.Count, facts.ContainsKey("mood-coverage"));
    }

    private static void AssertFigure(double expected, Dictionary<string, NarrativeFact> facts, string id)
    {
        if (facts.TryGetValue(id, out var fact))
        {
            Assert.Equal(expected, fact.Value ?? double.NaN, 6);
        }
        else
        {
            Assert.Equal("minutes", id); // less than half a minute is no fact
            Assert.True(expected < 0.5);
        }
    }

    private static NarrativeFacts Build(ListeningView view, bool withNames = true) => NarrativeFactsBuilder.Build(view, PlantedMoods.Of(view.Log.Catalogue), withNames);
}
