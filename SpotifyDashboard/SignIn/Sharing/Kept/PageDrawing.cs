using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>Draws the documents that visitors get, for nobody in particular: no header, cookie or host of a request can find its way into one.</summary>
internal sealed class PageDrawing(IServiceScopeFactory scopes, ListenerScope listeners, ListeningLogs logs, EndpointDataSource endpoints)
{
    private readonly ConcurrentDictionary<int, KeptPage> _words = new();

    /// <summary>Draws what is granted.</summary>
    /// <param name="granted">The page.</param>
    /// <param name="stamp">What it is drawn from.</param>
    public async Task<KeptPage> DrawAsync(GrantedPage granted, PageStamp stamp)
    {
        using var whose = listeners.Enter(granted.Listener.Id, isReadOnly: true);

        // The news of these plays may not have come yet, and a page drawn from older ones would pass for the newest.
        await logs.GetAsync(granted.Listener.Id, granted.Version, CancellationToken.None);
        var content = await granted.Page.DrawAsync(granted.Listener, granted.Address, granted.IsPublic ? PageAccess.PublicTop20Path : null, CancellationToken.None);
        var document = await DrawAsync(content.Title, content.Body, new()
        {
            [nameof(SharedDocument.Owner)] = granted.ShowsName && !granted.Listener.IsDemo ? new SharedOwner(granted.Listener.DisplayName, granted.Listener.ImageUrl) : null,
            [nameof(SharedDocument.IsDemo)] = granted.Listener.IsDemo,
            [nameof(SharedDocument.IsLive)] = true,
            [nameof(SharedDocument.MayBeIndexed)] = granted.IsPublic,
        });
        return KeptPage.Of(StatusCodes.Status200OK, document, stamp, granted.IsPublic, granted.EndsAt);
    }

    /// <summary>The one page for unknown, ended and withdrawn links alike.</summary>
    public Task<KeptPage> MissingAsync() => WordsAsync(
        StatusCodes.Status404NotFound,
        "This link no longer works",
        "<p>It may have ended, been withdrawn by its listener, or lost a letter on its way. Ask for a new one.</p>");

    /// <summary>The page for what could not be drawn.</summary>
    public Task<KeptPage> FailedAsync() => WordsAsync(StatusCodes.Status500InternalServerError, "This page could not be shown", "<p>Try again in a moment.</p>");

    private async Task<KeptPage> WordsAsync(int status, string title, string html) =>
        _words.TryGetValue(status, out var known)
            ? known
            : _words.GetOrAdd(status, KeptPage.Of(status, await DrawAsync(title, builder => builder.AddMarkupContent(0, html), [])));

    private async Task<byte[]> DrawAsync(string title, RenderFragment body, Dictionary<string, object?> parameters)
    {
        parameters.Add(nameof(SharedDocument.Title), title);
        parameters.Add(nameof(SharedDocument.Body), body);
        await using var scope = scopes.CreateAsyncScope();
        using var document = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new HostString("localhost");
        context.Request.Path = "/";
        context.Response.Body = document;
        context.SetEndpoint(new Endpoint(requestDelegate: null, Assets(), displayName: null));
        await new RazorComponentResult<SharedDocument>(parameters) { PreventStreamingRendering = true }.ExecuteAsync(context);
        return document.ToArray();
    }

    /// <summary>The names of the static files with their fingerprints, as the pages of the dashboard know them.</summary>
    private EndpointMetadataCollection Assets() => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>())
        .FirstOrDefault(assets => assets is not null) is { } known ? new EndpointMetadataCollection(known) : EndpointMetadataCollection.Empty;
}
