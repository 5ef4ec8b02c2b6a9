using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>For whom a tab acts.</summary>
public sealed class VisitorCircuitTests
{
    private static readonly CircuitInboundActivityContext s_activity =
        (CircuitInboundActivityContext)RuntimeHelpers.GetUninitializedObject(typeof(CircuitInboundActivityContext));

    [Theory]
    [InlineData(VisitorRole.Listener, false)]
    [InlineData(VisitorRole.Guest, true)]
    public async Task Activity_OfATab_SeesItsVisitorsRowsAndGuestsChangeNothing(VisitorRole role, bool isReadOnly)
    {
        var scope = new ListenerScope(needsVisitor: true);
        var current = new CurrentVisitor(scope);
        using var circuit = new VisitorCircuit(scope, new Authentication { User = Pass(5, role) }, current, new SessionsEnded());
        (int? Listener, bool IsReadOnly) seen = default;

        await circuit.CreateInboundActivityHandler(_ => Look(() => seen = (scope.ListenerId, scope.IsReadOnly)))(s_activity);

        Assert.Equal(7, seen.Listener);
        Assert.Equal(isReadOnly, seen.IsReadOnly);
        Assert.Equal("Ben", current.Visitor?.Name);
        Assert.Null(scope.ListenerId);
    }

    [Fact]
    public async Task Activity_OfAnotherSessionOrOfOneThatEnded_IsRefused()
    {
        var scope = new ListenerScope(needsVisitor: true);
        var ended = new SessionsEnded();
        var authentication = new Authentication { User = Pass(5, VisitorRole.Listener) };
        using var circuit = new VisitorCircuit(scope, authentication, new CurrentVisitor(scope), ended);
        var activities = 0;
        var handler = circuit.CreateInboundActivityHandler(_ => Look(() => activities++));
        await handler(s_activity);

        authentication.User = Pass(6, VisitorRole.Owner); // somebody else connects to the same circuit
        await Assert.ThrowsAsync<CircuitEndedException>(() => handler(s_activity));
        authentication.User = new ClaimsPrincipal();
        await Assert.ThrowsAsync<CircuitEndedException>(() => handler(s_activity));
        authentication.User = Pass(5, VisitorRole.Listener);
        await handler(s_activity);
        ended.Publish([5]);
        await Assert.ThrowsAsync<CircuitEndedException>(() => handler(s_activity));

        Assert.Equal(2, activities);
    }

    [Fact]
    public async Task Activity_InLocalMode_IsLeftAlone()
    {
        var scope = new ListenerScope(needsVisitor: false);
        var current = new CurrentVisitor(scope);
        using var circuit = new VisitorCircuit(scope, new Authentication(), current, new SessionsEnded());
        int? seen = 0;

        await circuit.CreateInboundActivityHandler(_ => Look(() => seen = scope.ListenerId))(s_activity);

        Assert.Null(seen);
        Assert.Same(Visitor.Local, current.Visitor);
    }

    private static Task Look(Action look)
    {
        look();
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal Pass(int session, VisitorRole role) => new SessionPass(session, new Visitor(3, 7, role, "Ben")).ToPrincipal("test");

    private sealed class Authentication : AuthenticationStateProvider
    {
        public ClaimsPrincipal User { get; set; } = new();

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(User));
    }
}
