using Microsoft.JSInterop;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>Small choices that this browser remembers (theme, auto-refresh), kept in its <c>localStorage</c>.</summary>
/// <remarks>
/// Call it from <c>OnAfterRenderAsync</c> or an event handler. Where storage is switched off, reading gives <see langword="null"/>
/// and writing does nothing. Every write raises the document event <c>dashboard:preference</c> and tells the tab's subscribers its key.
/// </remarks>
public sealed class BrowserPreferences(IJSRuntime js) : Announcer<string>, IAsyncDisposable
{
    /// <summary>Key of the theme: <c>light</c>, <c>dark</c> or <c>system</c>.</summary>
    public const string Theme = "theme";

    private Task<IJSObjectReference>? _module;

    /// <summary>Reads the choice kept under <paramref name="key"/>, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="JSDisconnectedException">The tab is gone.</exception>
    public async ValueTask<string?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        var module = await ImportAsync();
        return await module.InvokeAsync<string?>("read", cancellationToken, key);
    }

    /// <summary>Keeps <paramref name="value"/> under <paramref name="key"/> until the listener chooses otherwise.</summary>
    /// <exception cref="JSDisconnectedException">The tab is gone.</exception>
    public async ValueTask WriteAsync(string key, string value, CancellationToken cancellationToken = default)
    {
        var module = await ImportAsync();
        await module.InvokeVoidAsync("write", cancellationToken, key, value);
        Publish(key);
    }

    /// <summary>Reads the IANA name of the zone in which this browser shows times.</summary>
    /// <exception cref="JSDisconnectedException">The tab is gone.</exception>
    public async ValueTask<string> ReadTimeZoneAsync(CancellationToken cancellationToken = default)
    {
        var module = await ImportAsync();
        return await module.InvokeAsync<string>("timeZone", cancellationToken);
    }

    /// <summary>Reads the language that this browser prefers, as a BCP 47 tag.</summary>
    /// <exception cref="JSDisconnectedException">The tab is gone.</exception>
    public async ValueTask<string> ReadLanguageAsync(CancellationToken cancellationToken = default)
    {
        var module = await ImportAsync();
        return await module.InvokeAsync<string>("language", cancellationToken);
    }

    /// <summary>Lets go of the module.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_module is not { IsCompletedSuccessfully: true })
        {
            return;
        }

        await ScriptObjects.ReleaseAsync(handle: null, await _module);
    }

    private Task<IJSObjectReference> ImportAsync()
    {
        // A failed import is not kept: the connection may be back the next time.
        if (_module is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _module = js.InvokeAsync<IJSObjectReference>("import", "./preferences.js").AsTask();
        }

        return _module;
    }
}
