using System.Globalization;
using Microsoft.AspNetCore.Components;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Statistics;

/// <summary>A panel that shows something computed from the plays of the period, and again when plays arrive.</summary>
/// <remarks>
/// What is on screen stays until the newer value is there, so that nothing flickers. A value is computed once for all tabs that show
/// the same period (<see cref="ListeningView.GetOrCompute"/>); the panel keeps the value, never the view.
/// </remarks>
/// <typeparam name="T">What is shown.</typeparam>
public abstract class LivePanel<T> : ComponentBase, IDisposable
{
    private readonly Latest _latest = new();
    private IDisposable? _subscription;

    /// <summary>Local days, both included.</summary>
    [Parameter, EditorRequired] public required Period Period { get; set; }

    /// <summary>Whose plays.</summary>
    [Inject] public required CurrentListener Listener { get; init; }

    /// <summary>Reads the plays.</summary>
    [Inject] public required StatisticsService Statistics { get; init; }

    /// <summary>What is shown now.</summary>
    protected Loadable<T> Value { get; private set; } = new Loadable<T>.Loading();

    /// <summary>What the listener chose in this panel besides the period; compared by value.</summary>
    protected virtual object? Choice => null;

    /// <summary>Computes what is shown. Called on no particular thread and shared by all tabs: it must not touch the component.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="choice">The <see cref="Choice"/> when it was asked for.</param>
    protected abstract T Compute(ListeningView view, object? choice);

    /// <summary>Computes what is shown beside the renderer's thread; overridden where something more must be read first.</summary>
    protected virtual Task<T> ComputeAsync(ListeningView view, object? choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var key = (Panel: GetType(), choice, CultureInfo.CurrentCulture.Name);
        return Task.Run(() => view.GetOrCompute(key, shared => Compute(shared, choice)), cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _subscription = Listener.Subscribe(news => { _ = InvokeAsync(ReloadAsync); });

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>Shows what belongs to the current period and choice.</summary>
    protected async Task LoadAsync()
    {
        var superseded = _latest.Next();
        try
        {
            if (await Listener.ReadAsync(superseded) is not { } listener)
            {
                return;
            }

            var view = await Statistics.ReadAsync(listener, Period, rule: null, superseded);
            var value = await ComputeAsync(view, Choice, superseded);
            superseded.ThrowIfCancellationRequested();
            Value = new Loadable<T>.Ready(value);
        }
        catch (OperationCanceledException) when (superseded.IsCancellationRequested)
        {
            // A newer choice took over, or the listener left the page.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        _latest.Dispose();
    }

    private async Task ReloadAsync()
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception exception)
        {
            // News come from outside the renderer: this is the way to the panel's error boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
