using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Writes one story: gathers the facts, lets it be written and checked, stores it. Begun anew, it stores no second one.</summary>
internal sealed class NarrativeJob(
    IStoryMaker maker, NarrativeStore stories, NarrativeChoicesStore choices, NarrativeDrafts drafts, ListenerDirectory listeners, TimeProvider time) : IJobHandler
{
    public const string JobKind = "narrative";

    private const int Steps = 3;

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <inheritdoc/>
    public async Task<object?> RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var input = NarrativeJobInput.Read(job.Input);
        if (await FindWrittenAsync(job, input, cancellationToken) is { } written)
        {
            return NarrativeJobResult.Of(written);
        }

        var listener = await listeners.FindAsync(job.ListenerId, cancellationToken) ?? throw new JobFailedException("The listener of this story is gone.");
        var chosen = await choices.ReadAsync(job.ListenerId, cancellationToken);
        job.Report("Gathering the facts…", 0, Steps);
        var facts = await maker.GatherAsync(listener, new Period(input.From, input.To), input.WithNames && !chosen.LeavesNamesOut, cancellationToken);
        if (facts.Facts.IsEmpty)
        {
            throw new JobFailedException(NothingToTell(facts.Period));
        }

        var story = await WriteAsync(job, input, facts, MayAskModel(input, chosen), cancellationToken);
        job.Report("Storing the story…", Steps - 1, Steps);
        var snapshot = await StoreAsync(job, input, SnapshotOf(job, input, facts, story), cancellationToken);
        job.Report("Done", Steps, Steps);
        return NarrativeJobResult.Of(snapshot) with { NextTry = story.NextTry };
    }

    /// <inheritdoc/>
    public Task EndedAsync(JobContext job)
    {
        ArgumentNullException.ThrowIfNull(job);
        drafts.End(job.Id);
        return Task.CompletedTask;
    }

    /// <summary>The story that a killed run stored before it could say so, or that another process wrote for the same scheduled period.</summary>
    private async Task<NarrativeSnapshot?> FindWrittenAsync(JobContext job, NarrativeJobInput input, CancellationToken cancellationToken) =>
        await stories.FindAsync(job.ListenerId, job.Id, cancellationToken)
        ?? (input.PeriodKey is { } key ? await stories.FindScheduledAsync(job.ListenerId, input.Occasion, key, cancellationToken) : null);

    private async Task<NarrativeSnapshot> StoreAsync(JobContext job, NarrativeJobInput input, NarrativeSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            await stories.AddAsync(snapshot, cancellationToken);
            return snapshot;
        }
        catch (DbUpdateException exception)
        {
            // Another process was faster with the same scheduled period, or the demo ended meanwhile.
            return await FindWrittenAsync(job, input, cancellationToken) ?? throw new JobFailedException("The story could not be stored.", innerException: exception);
        }
    }

    /// <summary>Asked when it is written, not when it was queued: who withdraws in between is heard.</summary>
    private bool MayAskModel(NarrativeJobInput input, NarrativeChoices chosen) => maker.HasModel && input.Consent switch
    {
        NarrativeConsent.ThisOnce => true,
        NarrativeConsent.AsAgreed => chosen.HasAgreed,
        _ => false,
    };

    private async Task<WrittenStory> WriteAsync(JobContext job, NarrativeJobInput input, NarrativeFacts facts, bool mayAskModel, CancellationToken cancellationToken)
    {
        job.Report(mayAskModel ? "The model is writing; each sentence is checked…" : "Writing and checking…", 1, Steps);
        drafts.Begin(job.Id, job.ListenerId, time.GetUtcNow() + maker.LongestWriting(mayAskModel));
        var assignment = new NarrativeAssignment(facts, input.Tone, CultureInfo.GetCultureInfo(input.Language));
        try
        {
            return await maker.WriteAsync(assignment, mayAskModel, new Progress(drafts, job.Id), cancellationToken);
        }
        catch (NarratorException exception)
        {
            throw new JobFailedException(exception.Message, innerException: exception);
        }
    }

    private NarrativeSnapshot SnapshotOf(JobContext job, NarrativeJobInput input, NarrativeFacts facts, WrittenStory story)
    {
        var language = CultureInfo.GetCultureInfo(input.Language);
        return new NarrativeSnapshot
        {
            Id = job.Id,
            ListenerId = job.ListenerId,
            Period = facts.Period,
            Days = facts.Days,
            Tone = input.Tone,
            Language = (story.IsByModel ? language : maker.TemplateLanguageOf(language)).Name,
            HasNames = facts.HasNames,
            Text = story.Text,
            Facts = facts.Facts,
            Source = story.IsByModel ? NarrativeSource.Model : NarrativeSource.Template,
            Model = story.Model,
            PromptVersion = story.PromptVersion,
            Outcome = story.Outcome,
            Remark = story.Remark,
            TokensIn = story.TokensIn,
            TokensOut = story.TokensOut,
            Occasion = input.Occasion,
            PeriodKey = input.PeriodKey,
            CreatedAt = time.GetUtcNow(),
        };
    }

    private static string NothingToTell(Period period)
    {
        var days = period switch
        {
            { From: { } from, To: { } to } when from == to => $"about {Words(from)}",
            { From: { } from, To: { } to } => $"about {Words(from)} to {Words(to)}",
            { From: { } from } => $"about the time since {Words(from)}",
            { To: { } to } => $"about the time until {Words(to)}",
            _ => "yet",
        };
        return $"There is nothing to tell {days}: no play that counts is stored. Import your history on the import page{(period == Period.Everything ? ", or connect Spotify." : ", or choose other days.")}";
    }

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Tells at once, on the writer's own thread, so that sentences stay in order.</summary>
    private sealed class Progress(NarrativeDrafts drafts, Guid jobId) : IProgress<CheckedSentence>
    {
        public void Report(CheckedSentence value) => drafts.Add(jobId, value);
    }
}
