namespace SpotifyDashboard.Statistics.History;

/// <summary>Tells the answers to what was typed from an address that somebody else chose: only the latter may fill the fields.</summary>
/// <remarks>On a slow connection the answer to the first word comes when the second is already asked for; filling the field from it would eat letters.</remarks>
internal sealed class AskedWords
{
    private readonly List<(string? Text, string? Artist)> _asked = [];
    private (string? Text, string? Artist)? _shown;

    /// <summary>What the address says, as far as it is known here: the last that was asked for, or else shown.</summary>
    public (string? Text, string? Artist)? Latest => _asked.Count > 0 ? _asked[^1] : _shown;

    /// <summary>Notes that an address with these words was asked for.</summary>
    public void Ask(string? text, string? artist) => _asked.Add((text, artist));

    /// <summary>Notes what the address says now.</summary>
    /// <returns>Whether it was chosen elsewhere, so that the fields must be filled from it.</returns>
    public bool Show(string? text, string? artist)
    {
        if (_shown == (text, artist))
        {
            return false;
        }

        _shown = (text, artist);
        var answered = _asked.IndexOf((text, artist));
        _asked.RemoveRange(0, answered + 1);
        return answered < 0;
    }
}
