using System.Diagnostics;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Operations.Telemetry;

/// <summary>Turns the steps of <see cref="ProgramTrace"/> into times, and the ends of polls and jobs into counts.</summary>
internal sealed class StepTimes(DashboardMeter meter, JobsChanged jobs, IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private ActivityListener? _listener;
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return Task.CompletedTask;
        }

        _subscription = jobs.Subscribe(CountEnd);
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ProgramTrace.Name,

            // Whatever share of the traces is kept, every step is counted.
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Take,
        };
        ActivitySource.AddActivityListener(_listener);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _listener?.Dispose();
    }

    private void Take(Activity step)
    {
        var seconds = step.Duration.TotalSeconds;
        if (step.OperationName == ProgramTrace.WriterWait)
        {
            meter.WriterWait.Record(seconds);
            return;
        }

        meter.ProcessingTime.Record(seconds, new TagList { { "step", step.OperationName }, { ProgramTrace.Kind, step.GetTagItem(ProgramTrace.Kind) ?? "" } });
        if (step.OperationName == ProgramTrace.Poll)
        {
            // A poll that says nothing of its end was cut off by the program's own.
            meter.Polls.Add(1, KeyValuePair.Create<string, object?>(ProgramTrace.Outcome, step.GetTagItem(ProgramTrace.Outcome) ?? "cut off"));
        }
    }

    private void CountEnd(JobView job)
    {
        if (job.HasEnded)
        {
            meter.Jobs.Add(1, new TagList { { ProgramTrace.Kind, job.Kind }, { "state", job.State.ToString() } });
        }
    }
}
