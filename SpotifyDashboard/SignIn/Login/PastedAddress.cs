using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>What the listener pasted: the address that Spotify sent the browser to, whole or only what stands behind its question mark.</summary>
/// <param name="Code">The code; null where there is none.</param>
/// <param name="State">The state; null where there is none.</param>
/// <param name="Error">What Spotify says instead of a code; null where nothing.</param>
internal sealed record PastedAddress(string? Code, string? State, string? Error)
{
    /// <summary>Reads the text; what it lacks is null.</summary>
    public static PastedAddress Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var address = text.Trim().Trim('"', '\'', '<', '>');
        var query = address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0];
        var values = QueryHelpers.ParseQuery(query);
        return new PastedAddress(Only("code"), Only("state"), Only("error"));

        string? Only(string name) => values.TryGetValue(name, out var found) && found is [{ Length: > 0 } value] ? value : null;
    }
}
