using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using SpotifyDashboard.Tests.Statistics.Reference.Histories;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>Every statistic against plain SQL written from docs/statistics.md by someone who had not read the program.</summary>
public sealed class ReferenceTests
{
    private const int Histories = 25;

    /// <summary>How many histories to draw that nobody has tried yet; without it the same are drawn each time, so that a release does not hang on the luck of a draw.</summary>
    private const string NewHistories = "NEW_HISTORIES";

    private const int Years = 134_000;

    private static readonly string[] s_zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];

    private static readonly string[] s_rules = ["default", "all", "finished"];

    /// <summary>Statistics that depend on the zone.</summary>
    private static readonly string[] s_local = ["summary", "heatmap", "calendar", "trend", "sessions", "streaks", "on-this-day", "loyalty"];

    [Fact]
    public async Task Statistics_OfTheDemoListener_AgreeWithTheReference()
    {
        await using var host = new ReferenceHost(hasDemo: true);
        await host.MakeDemoAsync();
        await using var agreement = await Agreement.OpenAsync(host, listener: 1);
        List<string> differences = [];
        for (var zone = 0; zone < s_zones.Length; zone++)
        {
            await agreement.MoveAsync(s_zones[zone]);
            for (var period = 0; period < ReferencePeriod.All.Count; period++)
            {
                // Each period meets each rule in one of the zones.
                var rule = s_rules[(zone + period) % s_rules.Length];
                await agreement.CountAsync(rule);
                differences.AddRange(await agreement.DifferencesAsync(ReferencePeriod.All[period], rule, Question.OfEach(turn: (zone * ReferencePeriod.All.Count) + period)));
            }
        }

        Agree(differences);
    }

    [Fact]
    public async Task Statistics_OfGeneratedHistories_AgreeWithTheReference()
    {
        await using var host = new ReferenceHost();
        var listener = await host.OwnListenerAsync();
        await using var agreement = await Agreement.OpenAsync(host, listener);
        await Task.Run(
            () => Prop.ForAll(HistoryMaker.Any, history => AgreeAsync(host, listener, agreement, history)).Check(HowMany()),
            TestContext.Current.CancellationToken);
    }

    /// <summary>An open end without plays; equal names, plays and time; a length near those of two recordings; years of a period by the hour; a code of two recordings.</summary>
    [Fact]
    public async Task Statistics_OfHistoriesThatOnceDiffered_AgreeWithTheReference()
    {
        await using var host = new ReferenceHost();
        var listener = await host.OwnListenerAsync();
        await using var agreement = await Agreement.OpenAsync(host, listener);
        foreach (var seed in new[] { 10, 38, 178, 89108030, 119627013, 1884917773, 1470164955 })
        {
            await AgreeAsync(host, listener, agreement, HistoryMaker.Make(seed));
        }
    }

    [Fact]
    public async Task Statistics_OfTenYearsOfPlays_AgreeWithTheReference()
    {
        await using var host = new ReferenceHost();
        var listener = await host.OwnListenerAsync();
        await using var agreement = await Agreement.OpenAsync(host, listener);
        await HistoryStore.ReplaceAsync(host, listener, HistoryMaker.MakeYears(Years));
        List<string> differences = [];
        for (var zone = 0; zone < s_zones.Length; zone++)
        {
            var turn = zone;
            var rule = s_rules[zone];
            await agreement.MoveAsync(s_zones[zone]);
            await agreement.CountAsync(rule);
            differences.AddRange(await agreement.DifferencesAsync(
                ReferencePeriod.Everything, rule, Question.OfEach(turn).Where(question => turn == 0 || s_local.Contains(question.Statistic))));
            differences.AddRange(await agreement.DifferencesAsync(ReferencePeriod.AYear, rule, Question.OfEach(turn + 1)));
        }

        Agree(differences);
    }

    private static Config HowMany() => int.TryParse(Environment.GetEnvironmentVariable(NewHistories), CultureInfo.InvariantCulture, out var count)
        ? Config.QuickThrowOnFailure.WithMaxTest(count)
        : Config.QuickThrowOnFailure.WithMaxTest(Histories).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_261_121), FSharpOption<int>.None)));

    /// <summary>Zone, counting rule and periods are drawn with the history, so that a smaller one is asked the same.</summary>
    private static async Task AgreeAsync(ReferenceHost host, int listener, Agreement agreement, GeneratedHistory history)
    {
        var random = new Random(history.Catalogue.Seed);
        var rule = s_rules[random.Next(s_rules.Length)];
        await HistoryStore.ReplaceAsync(host, listener, history);
        await agreement.MoveAsync(s_zones[random.Next(s_zones.Length)]);
        await agreement.CountAsync(rule);
        foreach (var period in random.GetItems([.. ReferencePeriod.All], 3))
        {
            Agree(await agreement.DifferencesAsync(period, rule, Question.OfEach(random.Next(120))), history);
        }
    }

    private static void Agree(List<string> differences, GeneratedHistory? history = null) =>
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(40).Append(history?.ToString())));
}
