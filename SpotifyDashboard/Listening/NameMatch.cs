namespace SpotifyDashboard.Listening;

/// <summary>How a searched text stands in a name; the higher, the better.</summary>
public enum NameMatch : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Somewhere within a word.</summary>
    Inside,

    /// <summary>At the start of a word other than the first.</summary>
    WordStart,

    /// <summary>At the start of the name.</summary>
    Prefix,
}
