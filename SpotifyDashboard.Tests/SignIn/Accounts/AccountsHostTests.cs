using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>What each of the four people of a house gets.</summary>
public sealed class AccountsHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_WhoSignedIn_SeeTheirOwnListenerAndGuestsTheirHosts()
    {
        await using var house = await AccountsHost.StartAsync();

        var names = new List<string?>();
        foreach (var who in new[] { house.Olga, house.Ben, house.Gus })
        {
            var me = await who.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/users/me", UriKind.Relative), Cancellation);
            names.Add(me.GetProperty("displayName").GetString());
        }

        Assert.Equal(["Olga", "Ben", "Olga"], names);
        Assert.Equal(house.Olga.Visitor.ListenerId, house.Gus.Visitor.ListenerId);
    }

    [Fact]
    public async Task Nobody_WithoutAnAccount_SeesOnlyTheDoor()
    {
        await using var house = await AccountsHost.StartAsync();
        using var browser = house.Anonymous();

        var answers = new Dictionary<string, (HttpStatusCode Status, string? To)>();
        foreach (var path in (string[])["/api/users/me", "/openapi/v1.json", "/_blazor/negotiate", "/nothing/there", "/history?q=x", "/sign-in", "/health/live", "/app.css", "/s/nothing", "/join/nothing"])
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            answers.Add(path, (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        Assert.Equal(
            new Dictionary<string, (HttpStatusCode Status, string? To)>
            {
                ["/api/users/me"] = (HttpStatusCode.Unauthorized, null),
                ["/openapi/v1.json"] = (HttpStatusCode.Unauthorized, null),
                ["/_blazor/negotiate"] = (HttpStatusCode.Unauthorized, null),
                ["/nothing/there"] = (HttpStatusCode.Redirect, "/sign-in?back=%2Fnothing%2Fthere"),
                ["/history?q=x"] = (HttpStatusCode.Redirect, "/sign-in?back=%2Fhistory%3Fq%3Dx"),
                ["/sign-in"] = (HttpStatusCode.OK, null),
                ["/health/live"] = (HttpStatusCode.OK, null),
                ["/app.css"] = (HttpStatusCode.OK, null),
                ["/s/nothing"] = (HttpStatusCode.NotFound, null),
                ["/join/nothing"] = (HttpStatusCode.NotFound, null),
            },
            answers);
    }
}
