using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>Which story stands in a report.</summary>
public sealed class MailStoriesTests(PostgresServer postgres)
{
    private static readonly Period s_week = new(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Story_ThatCameByItself_StandsInTheReport_WithWhoWroteIt()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");

        var letter = await ReportAsync(bench, Stored(bench, NarrativeOccasion.Weekly, "The model's week"), Stored(bench, NarrativeOccasion.Hand, "Asked for"));

        Assert.Contains("The model's week", letter, StringComparison.Ordinal);
        Assert.Contains("Written by test-model; 1 of 1 claims in it were found in your data.", letter, StringComparison.Ordinal);
        Assert.Empty(bench.Maker.Written);
    }

    [Fact]
    public async Task Story_ThatWasAskedForOfTheSameWeek_IsTakenWhereNoneCameByItself()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        var other = Stored(bench, NarrativeOccasion.Hand, "Another week") with { Period = new Period(s_week.From, s_week.From) };

        Assert.Contains("Asked for", await ReportAsync(bench, other, Stored(bench, NarrativeOccasion.Hand, "Asked for")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_WhoseFactsHaveChangedSince_GivesWayToTheTemplate()
    {
        await using var bench = await MailBench.CreateAsync(postgres, "2026-11-13T09:00");
        var stored = Stored(bench, NarrativeOccasion.Weekly, "The model's week");
        var stale = stored with { Facts = [.. stored.Facts.Select(static fact => fact with { Text = "You played 2 tracks." })] };

        var letter = await ReportAsync(bench, stale);

        Assert.DoesNotContain("The model's week", letter, StringComparison.Ordinal);
        Assert.Contains("Written by the dashboard itself", letter, StringComparison.Ordinal);
        Assert.Equal((false, s_week), (Assert.Single(bench.Maker.Written).MayAskModel, bench.Maker.Written.First().Assignment.Facts.Period));
    }

    [Fact]
    public async Task Report_OfWhichNoStoryCanBeTold_IsSentWithoutOne()
    {
        await using var bench = await MailBench.CreateAsync(
            postgres, "2026-11-13T09:00", maker: new ScriptedMaker { Story = static (_, _) => throw new NarratorException("The text did not stand its check.") });

        var letter = await ReportAsync(bench);

        Assert.Contains("7 plays", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Written by", letter, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(MailBench bench, params NarrativeSnapshot[] stored)
    {
        await bench.PlayDailyAsync("2026-11-01", 30);
        var process = bench.Process();
        foreach (var story in stored)
        {
            await process.Services.GetRequiredService<NarrativeStore>().AddAsync(story, Cancellation);
        }

        await bench.SubscribeAsync(process, MailRhythm.Weekly);
        bench.Time.AdvanceTo(MailBench.Moment("2026-11-16T06:00"));
        Assert.Equal(1, await bench.SendAsync(process));
        return Assert.Single(bench.Server.Letters).Mime.Text;
    }

    private static NarrativeSnapshot Stored(MailBench bench, NarrativeOccasion occasion, string title) => new()
    {
        Id = Guid.CreateVersion7(),
        ListenerId = bench.Listener,
        Period = s_week,
        Days = new FactDays(s_week.From!.Value, s_week.To!.Value),
        Tone = NarrativeTone.Professional,
        Language = "en",
        HasNames = true,
        Text = new CheckedText([ScriptedMaker.Sentence(TextPart.Title, title), ScriptedMaker.Sentence(TextPart.Description, "You played 1 track.", "plays")], []),
        Facts = ScriptedMaker.OnePlay(bench.Listener, s_week, withNames: true).Facts,
        Source = NarrativeSource.Model,
        Model = "test-model",
        PromptVersion = "1",
        Outcome = ModelOutcome.Accepted,
        Remark = null,
        TokensIn = 900,
        TokensOut = 300,
        Occasion = occasion,
        PeriodKey = occasion == NarrativeOccasion.Hand ? null : "2026-W46",
        CreatedAt = bench.Time.GetUtcNow(),
    };
}
