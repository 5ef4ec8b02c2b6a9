using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>The addresses that mail brings, over HTTP.</summary>
public sealed class MailEndpointsTests(ApiHost host) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private HttpClient? _client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Client => _client ??= host.CreateClient();

    private MailSubscriptions Subscriptions => host.Services.GetRequiredService<MailSubscriptions>();

    public async ValueTask InitializeAsync()
    {
        if (await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation) is not { } listener || listener.Id == 0)
        {
            await host.AddPlaysAsync(("2026-11-10T12:00Z", 200_000, "One"), ("2026-11-12T12:00Z", 200_000, "=Two"), ("2026-10-02T12:00Z", 200_000, "One"));
        }
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Link_OfALetter_AsksFirst_AndItsButtonEndsAllMail()
    {
        var listener = await SubscribeAsync();
        var address = new Uri(host.Services.GetRequiredService<MailLinks>().FootOf(listener).Unsubscribe.PathAndQuery + "&utm_source=mail", UriKind.Relative);

        using var asked = await Client.GetAsync(address, Cancellation);
        var page = await asked.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.NotNull(await Subscriptions.FindAsync(listener, Cancellation));

        // RFC 8058: what a mail service sends for one click.
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var ended = await Client.PostAsync(address, click, Cancellation);

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Null(await Subscriptions.FindAsync(listener, Cancellation));
        Assert.Equal("no-store", asked.Headers.CacheControl?.ToString());
        Assert.Equal("same-origin", asked.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("default-src 'none'", asked.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var again = await Client.PostAsync(address, content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=1")]
    [InlineData("?token=CfDJ8Jn8iqa1hqRAhu6dRX_iu0gBNkmNnu9mDtq6Xjn")]
    public async Task Link_ThatIsNoneOfOurs_EndsNothing(string query)
    {
        var listener = await SubscribeAsync();
        var address = new Uri(MailLinks.UnsubscribePath + query, UriKind.Relative);

        using var asked = await Client.GetAsync(address, Cancellation);
        using var posted = await Client.PostAsync(address, content: null, Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, posted.StatusCode));
        Assert.NotNull(await Subscriptions.FindAsync(listener, Cancellation));
    }

    [Fact]
    public async Task Token_WithOneLetterChanged_EndsNothing()
    {
        var listener = await SubscribeAsync();
        var good = host.Services.GetRequiredService<MailLinks>().FootOf(listener).Unsubscribe.PathAndQuery;
        var middle = good.Length - 20;
        var forged = good[..middle] + (good[middle] == 'A' ? 'B' : 'A') + good[(middle + 1)..];

        using var posted = await Client.PostAsync(new Uri(forged, UriKind.Relative), content: null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.NotNull(await Subscriptions.FindAsync(listener, Cancellation));
    }

    [Fact]
    public async Task Preview_IsTheMailItself_InBothForms_UnderAPolicyThatLoadsNothing()
    {
        using var html = await Client.GetAsync(new Uri("/story/mail/preview?from=2026-11-09&to=2026-11-15", UriKind.Relative), Cancellation);
        using var text = await Client.GetAsync(new Uri("/story/mail/preview?from=2026-10-01&to=2026-10-31&as=text", UriKind.Relative), Cancellation);
        var letter = await html.Content.ReadAsStringAsync(Cancellation);
        var plain = await text.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/html", html.Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/plain", text.Content.Headers.ContentType?.MediaType);
        Assert.Equal(MailPage.Policy, html.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Your week in music", letter, StringComparison.Ordinal);
        Assert.Contains("Beyonc", letter, StringComparison.Ordinal);
        Assert.StartsWith("Your month in music\nOctober 2026\n", plain.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1 play", plain, StringComparison.Ordinal);
        Assert.Contains("Written by the dashboard itself", plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-11-09&to=2026-11-12", "from")]
    [InlineData("from=2026-11-09", "from")]
    [InlineData("from=yesterday", "from")]
    [InlineData("as=pdf", "as")]
    [InlineData("colour=red", "colour")]
    public async Task Preview_OfSomethingElse_NamesTheParameter(string query, string parameter)
    {
        using var refused = await Client.GetAsync(new Uri($"/story/mail/preview?{query}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(parameter, (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Preview_OfASilentWeek_SaysThatNoMailWouldBeSent()
    {
        using var silent = await Client.GetAsync(new Uri("/story/mail/preview?from=2020-03-02&to=2020-03-08", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, silent.StatusCode);
        Assert.Contains("Nothing was played in 2", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<int> SubscribeAsync()
    {
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await Subscriptions.SaveAsync(listener, new MailChoice("you@example.org", MailRhythm.Weekly, Warns: true), Cancellation);
        return listener;
    }
}
