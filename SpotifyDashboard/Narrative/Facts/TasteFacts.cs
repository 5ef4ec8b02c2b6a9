using System.Globalization;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Hipster score, variety, repeats, release years and skips.</summary>
internal static class TasteFacts
{
    private const int TopArtists = 10;
    private const int LeastInRow = 3;
    private const int ObsessionDays = 7;
    private const int Percents = 100;

    /// <summary>What can be said with enough known.</summary>
    public static IEnumerable<FactDraft> Of(FactGround ground) => [.. TasteOf(ground), .. RepeatsOf(ground), .. SkipsOf(ground)];

    private static IEnumerable<FactDraft> TasteOf(FactGround ground)
    {
        if (HipsterScore.Of(ground.View) is { Score: { } score, Coverage: { } known })
        {
            var share = new FactFigure(known * Percents, FactUnit.Percent);
            yield return Draft("hipster", 810, $"Your hipster score was {score.ToString("0.#", CultureInfo.InvariantCulture)}, known for {FactWords.Percent(share.Value)} of plays.", Taste("hipster"), new FactFigure(score, FactUnit.Score), share);
        }

        if (ground.Plays >= FactGround.Enough && Diversity.Of(ground.View) is { Artists: > 1, EffectiveArtists: { } artists })
        {
            yield return Draft("diversity", 560, $"Your plays spread as if over {FactWords.Decimal(artists)} artists played equally often.", Taste("diversity"), new FactFigure(artists, FactUnit.Artists));
        }

        if (Decades.Of(ground.View) is { MedianYear: { } year, Coverage: >= FactGround.LeastCoverage and var dated })
        {
            var share = new FactFigure(dated * Percents, FactUnit.Percent);
            var isWhole = dated >= FactGround.FullCoverage;
            yield return Draft(
                "release-year",
                570,
                $"The median release year of your plays was {year.ToString("0", CultureInfo.InvariantCulture)}{(isWhole ? "" : $", known for {FactWords.Percent(share.Value)} of plays")}.",
                Taste("decades"),
                isWhole ? [new FactFigure(year, FactUnit.Year)] : [new FactFigure(year, FactUnit.Year), share]);
        }

        string Taste(string panel) => ground.AddressOf("/stats", "section=taste", panel);
    }

    private static IEnumerable<FactDraft> RepeatsOf(FactGround ground)
    {
        var href = ground.AddressOf("/stats", "section=discovery", "loyalty");
        var loyalty = Loyalty.Of(ground.View);
        if (ground.Plays >= FactGround.Enough && loyalty.RepeatShare * Percents is { } percent && FactWords.Rounded(percent) > 0)
        {
            yield return Draft("repeats", 620, $"{FactWords.Percent(percent)} of your plays repeated a track of this period.", href, new FactFigure(percent, FactUnit.Percent));
        }

        if (ground.Summary.Artists > TopArtists && loyalty.TopTenArtistShare * Percents is { } share)
        {
            yield return Draft("artists-top", 480, $"Your top {TopArtists.ToString(CultureInfo.InvariantCulture)} artists took {FactWords.Percent(share)} of all plays.", href, new FactFigure(share, FactUnit.Percent), new FactFigure(TopArtists, FactUnit.Artists));
        }

        if (Obsessions.Of(ground.View, limit: 1) is [var obsession])
        {
            var name = TrackName.Of(ground, obsession.Name, obsession.Artist);
            yield return Draft("obsession", 670, $"You played {name.Words ?? "a single track"} {FactWords.Counted(obsession.Plays, "time", "times")} within {ObsessionDays.ToString(CultureInfo.InvariantCulture)} days.", ground.AddressOf("/stats", "section=discovery", "obsessions"), new FactFigure(obsession.Plays, FactUnit.Plays), new FactFigure(ObsessionDays, FactUnit.Days))
                .Naming(name.Names);
        }

        if (loyalty.LongestRun is { Plays: >= LeastInRow } run)
        {
            var name = TrackName.Of(ground, run.Name, run.Artist);
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(run.StartedAt, ground.View.Zone).DateTime);
            yield return Draft("run", 500, $"You played {name.Words ?? "a single track"} {FactWords.Counted(run.Plays, "time", "times")} in a row on {FactWords.Day(day)}.", href, new FactFigure(run.Plays, FactUnit.Plays))
                .Naming(name.Names)
                .On(new FactDays(day, day));
        }
    }

    private static IEnumerable<FactDraft> SkipsOf(FactGround ground)
    {
        var skips = Skips.Of(ground.View);
        if (skips.Told >= FactGround.Enough && skips.Told >= FactGround.LeastCoverage * skips.Plays && skips.SkipRate * Percents is { } percent && FactWords.Rounded(percent) > 0)
        {
            yield return Draft("skips", 580, $"You skipped {FactWords.Percent(percent)} of the {FactWords.Plays(skips.Told)} whose end is known.", ground.AddressOf("/stats", "section=habits", "skips"), new FactFigure(percent, FactUnit.Percent), new FactFigure(skips.Told, FactUnit.Plays));
        }
    }

    private static FactDraft Draft(string id, int weight, string text, string href, params FactFigure[] figures) =>
        new(new NarrativeFact { Id = id, Topic = FactTopic.Taste, Text = text, Figures = [.. figures], Href = href }, weight);
}
