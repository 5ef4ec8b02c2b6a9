using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Jobs;

/// <summary>A job while this process works on it.</summary>
internal sealed class RunningJob(JobView view, string input, Lease lease, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
    private volatile JobProgress? _progress;
    private volatile JobView _view = view;

    public JobView View
    {
        get => _view;
        set => _view = value;
    }

    public JobProgress? Progress
    {
        get => _progress;
        set => _progress = value;
    }

    public string Input { get; } = input;

    /// <summary>The right to work on it; given back when it has ended or was let go.</summary>
    public Lease Lease { get; } = lease;

    /// <summary>Whether another process has taken it over.</summary>
    public bool IsTakenOver => Lease.Lost.IsCancellationRequested;

    /// <summary>Whether its input is kept, so that it may begin anew; a command's job is not.</summary>
    public bool CanRunAgain { get; init; } = true;

    public Task Completion { get; set; } = Task.CompletedTask;

    public CancellationToken Token => _cancellation.Token;

    public bool WasCancelledByListener { get; private set; }

    public void CancelByListener()
    {
        WasCancelledByListener = true;
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in the same moment, so there is nothing left to cancel.
        }
    }

    public void Dispose() => _cancellation.Dispose();
}
