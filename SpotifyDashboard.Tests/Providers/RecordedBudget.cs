using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>A call budget that grants so many calls and writes everything down.</summary>
internal sealed class RecordedBudget(TimeProvider time) : ICallBudget
{
    private readonly Lock _gate = new();
    private readonly List<BudgetedCall> _taken = [];
    private readonly List<int?> _completed = [];
    private readonly List<(string? Group, DateTimeOffset Until, string Reason)> _blocks = [];

    /// <summary>Calls that are granted before the budget is used up.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public IReadOnlyList<BudgetedCall> Taken => Copy(_taken);

    /// <summary>Statuses, in the order in which they came back.</summary>
    public IReadOnlyList<int?> Completed => Copy(_completed);

    public IReadOnlyList<(string? Group, DateTimeOffset Until, string Reason)> Blocks => Copy(_blocks);

    public Task<CallPermit> TakeAsync(BudgetedCall wanted, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_taken.Count >= Limit || _blocks.Exists(block => (block.Group is null || block.Group == wanted.EndpointGroup) && block.Until > time.GetUtcNow()))
            {
                throw new ProviderException("spotify", Failure.WaitUntil, "The budget is used up.") { RetryAt = time.GetUtcNow().AddHours(1) };
            }

            _taken.Add(wanted);
            return Task.FromResult(new CallPermit(_taken.Count, wanted));
        }
    }

    public Task CompleteAsync(CallPermit permit, int? statusCode, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _completed.Add(statusCode);
        }

        return Task.CompletedTask;
    }

    public Task BlockAsync(string? endpointGroup, DateTimeOffset until, string reason, int? listenerId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _blocks.Add((endpointGroup, until, reason));
        }

        return Task.CompletedTask;
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
