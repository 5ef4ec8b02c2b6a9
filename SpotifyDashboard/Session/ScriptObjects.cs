using Microsoft.JSInterop;

namespace SpotifyDashboard.Session;

/// <summary>Lets go of script objects whose tab may already be gone.</summary>
internal static class ScriptObjects
{
    /// <summary>Calls <c>dispose</c> of a module's handle, then lets go of handle and module.</summary>
    /// <param name="handle">What the module's <c>create</c> returned, or null.</param>
    /// <param name="module">The imported module, or null.</param>
    public static async Task ReleaseAsync(IJSObjectReference? handle, IJSObjectReference? module)
    {
        try
        {
            if (handle is not null)
            {
                await handle.InvokeVoidAsync("dispose");
                await handle.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The tab is gone, and its objects with it; a call under way when it went ends as cancelled.
        }
    }
}
