using Microsoft.AspNetCore.Components;

namespace SpotifyDashboard.SignIn.Connect;

/// <summary>A component that shows the connection to Spotify and follows it, also where another tab or a command changes it.</summary>
public abstract class ConnectionFollower : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;

    /// <summary>The connection as last read; null before.</summary>
    protected ConnectionStatus? Status { get; private set; }

    /// <summary>Ends with the component.</summary>
    protected CancellationToken Gone => _gone.Token;

    [Inject]
    private SpotifyConnection Connection { get; set; } = default!;

    [Inject]
    private ConnectionChanged ConnectionChanged { get; set; } = default!;

    /// <summary>Ends the following.</summary>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _subscription = ConnectionChanged.Subscribe(_ => Follow());
        await ReadAsync();
    }

    /// <summary>Reads the connection again; called after every change of it.</summary>
    protected virtual async Task ReadAsync() => Status = await Connection.ReadAsync(Gone);

    /// <summary>Ends the following.</summary>
    /// <param name="isDisposing">Whether managed things go.</param>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _subscription?.Dispose();
            _gone.Cancel();
            _gone.Dispose();
        }
    }

    /// <summary>Reads again and draws, called from outside the renderer.</summary>
    protected void Follow() => _ = InvokeAsync(FollowAsync);

    private async Task FollowAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // News come from outside the renderer: this is the way to the error boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
