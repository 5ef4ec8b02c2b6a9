using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Lets one tab act for whoever opened it, and for nobody else: every activity enters their scope, and one of another session is refused.</summary>
internal sealed class VisitorCircuit(ListenerScope scope, AuthenticationStateProvider authentication, CurrentVisitor current, SessionsEnded ended)
    : CircuitHandler, IDisposable
{
    private IDisposable? _subscription;
    private int? _session;
    private bool _isKnown;
    private volatile bool _isOver;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (scope.NeedsVisitor)
        {
            Know(await ReadUserAsync());
        }
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        !scope.NeedsVisitor ? next : async context =>
        {
            var user = await ReadUserAsync();
            Know(user);
            if (_isOver || SessionPass.SessionOf(user) != _session)
            {
                throw new CircuitEndedException();
            }

            var visitor = current.Visitor;
            using var entered = scope.Enter(visitor?.ListenerId ?? 0, isReadOnly: visitor is not { MayChange: true });
            await next(context);
        };

    public void Dispose() => _subscription?.Dispose();

    /// <summary>Remembers who opened the tab; whoever comes later has to be the same.</summary>
    private void Know(ClaimsPrincipal user)
    {
        if (_isKnown)
        {
            return;
        }

        _isKnown = true;
        _session = SessionPass.SessionOf(user);
        current.Tell(Visitor.Of(user));
        _subscription = ended.Subscribe(sessions => _isOver |= _session is { } mine && sessions.Contains(mine));
    }

    private async Task<ClaimsPrincipal> ReadUserAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
