using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People.Deletion;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>A part of a page about accounts: knows who looks, and says in a sentence what became of what they did.</summary>
public abstract class AccountPart : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>Who looks.</summary>
    protected Visitor Visitor => Current.Visitor ?? throw new InvalidOperationException("Nobody signed in, although the page is shown.");

    /// <summary>What became of the last thing they did; null before.</summary>
    protected string? Outcome { get; private set; }

    /// <summary>Whether it was refused.</summary>
    protected bool IsRefused { get; private set; }

    /// <summary>How the outcome looks.</summary>
    protected string OutcomeClass => IsRefused ? "warn" : "muted";

    [Inject] private CurrentVisitor Current { get; set; } = default!;

    [Inject] private AuthenticationStateProvider Authentication { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the part still waits for.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _gone.Cancel();
            _gone.Dispose();
        }
    }

    /// <summary>Does something and says what became of it; a refusal is a sentence, not a failure.</summary>
    /// <param name="workAsync">What to do.</param>
    /// <param name="done">What to say afterwards; null for nothing.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<CancellationToken, Task> workAsync, string? done)
    {
        ArgumentNullException.ThrowIfNull(workAsync);
        try
        {
            await workAsync(Gone);
            (Outcome, IsRefused) = (done, false);
        }
        catch (Exception refused) when (refused is AccountRefusedException or DeletionRefusedException)
        {
            (Outcome, IsRefused) = (refused.Message, true);
        }

        return !IsRefused;
    }

    /// <summary>Says that something was refused.</summary>
    protected void Refuse(string why) => (Outcome, IsRefused) = (why, true);

    /// <summary>The session of this tab; null in none.</summary>
    protected async Task<int?> FindSessionAsync() => SessionPass.SessionOf((await Authentication.GetAuthenticationStateAsync()).User);
}
