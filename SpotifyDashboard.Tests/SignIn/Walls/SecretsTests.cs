using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Walls;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>What no log may show, found by its form.</summary>
public sealed partial class SecretsTests
{
    private static readonly Func<ILogger, string, IDisposable?> s_path = LoggerMessage.DefineScope<string>("RequestPath:{Path}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET http://localhost/callback?code=AQDplanted&state=planted2 done", "planted")]
    [InlineData("{\"refresh_token\":\"planted\",\"expires_in\":3600}", "planted")]
    [InlineData("{ \"setupCode\" : \"planted\" }", "planted")]
    [InlineData("Authorization: Bearer sdb_planted-token", "planted")]
    [InlineData("grant_type=refresh_token&refresh_token=planted&client_secret=planted", "planted")]
    [InlineData("RequestPath:/s/planted7c1fplanted ConnectionId:1", "planted")]
    [InlineData("/join/planted7c1f-planted", "planted")]
    [InlineData("GET http://localhost/sign-in?back=%2F%3Fcode%3Dplanted", "planted")]
    [InlineData("Constraint 'rest' with value 's/planted-link-token-1' was not met", "planted")]
    [InlineData("Could not send to planted.name+x@mail.example.org", "planted")]
    [InlineData("https://generativelanguage.example/v1?key=AIzaplanted", "planted")]
    [InlineData("Host=db;Username=app;Password=planted;Database=x", "planted")]
    [InlineData("CfDJ8plantedplantedplantedplantedplanted", "planted")]
    public void Hide_WhatIsSecret_IsNoLongerThere(string line, string secret)
    {
        Assert.DoesNotContain(secret, Secrets.Hide(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Executed the job import 0197-ab in state=running; 12 of 40 files")]
    [InlineData("GET http://localhost/api/stats/top?kind=tracks&from=2026-01-01 - 200 12 ms")]
    [InlineData("Refused a request of 192.0.2.1 with 403: Requests from other sites are refused.")]
    [InlineData("The story page /story/0197d1c2-7f00-7000-8000-000000000000 was opened")]
    public void Hide_WhatIsNot_IsLeftAsItIs(string line)
    {
        Assert.Equal(line, Secrets.Hide(line));
    }

    [Fact]
    public void Log_OfAnyLibrary_LosesSecretsInItsMessageValuesScopesAndExceptions()
    {
        using var kept = new KeptValues();
        using var inner = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(kept));
        using var factory = new GuardedLoggers(inner);
        var logger = factory.CreateLogger("library");

        using (s_path(logger, "/s/planted7c1fplanted"))
        {
            LogSent(logger, new InvalidOperationException("refresh_token=planted was refused"), "client_secret=planted", "planted@mail.example.org");
        }

        Assert.NotEmpty(kept.Text);
        Assert.Contains("was refused", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfEverythingThatPeopleDoWithSecrets_HoldsNoneOfThem()
    {
        await using var house = await AccountsHost.StartAsync(static builder => builder
            .UseSetting("Access:RequestsPerMinute", "1000000")
            .ConfigureLogging(static logging => logging.AddFilter<KeptLog>(category: null, LogLevel.Trace)));
        var token = await house.Get<PersonalTokens>().CreateAsync(house.Ben.Visitor, "script", TokenScope.Write, days: null, Cancellation);
        var invitation = await house.Get<Invitations>().CreateAsync(house.Olga.Visitor, VisitorRole.Guest, days: 1, note: null, Cancellation);
        using var client = house.Anonymous();
        foreach (var address in new[]
        {
            "/callback?code=planted-code-1&state=planted-state-1", "/s/planted-link-token-1", $"/join/{invitation.Code}", "/sign-in?back=%2F%3Fcode%3Dplanted-code-1",
            "/mail/unsubscribe?token=planted-mail-1", "/api/auth/url",
        })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        }

        using (await AccountsHost.SendFormAsync(client, "/sign-in", new() { ["name"] = "planted.person@mail.example.org", ["password"] = "planted-password-1" }))
        using (var login = await client.PostAsync(new Uri("/api/auth/login", UriKind.Relative), new StringContent("""{"code":"planted-code-1","state":"planted-state-1"}""", Encoding.UTF8, "application/json"), Cancellation))
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token.Secret);
            using var me = await client.GetAsync(new Uri("/api/users/me", UriKind.Relative), Cancellation);
            Assert.True(me.IsSuccessStatusCode);
        }

        var cookies = house.Ben.Cookies.GetAllCookies().Select(static cookie => cookie.Value);
        var log = house.Log.Text;
        Assert.Contains("/callback", log, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", log, StringComparison.Ordinal);
        Assert.All([token.Secret, invitation.Code, AccountsHost.Password, .. cookies], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [LoggerMessage(LogLevel.Error, "Sent {Form} to {Mail}")]
    private static partial void LogSent(ILogger logger, Exception exception, string form, string mail);

    /// <summary>Keeps message, values, scopes and exceptions of each line.</summary>
    private sealed class KeptValues : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Keep(state);
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Keep(state);
            _lines.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }

        private void Keep(object? state)
        {
            _lines.Add($"{state}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                _lines.AddRange(values.Select(static value => $"{value.Key}={value.Value}"));
            }
        }
    }
}
