namespace SpotifyDashboard.Listening;

/// <summary>What kind of speech was heard. The numbers are stored.</summary>
public enum SpokenKind : byte
{
    /// <summary>An episode of a podcast.</summary>
    Podcast = 1,

    /// <summary>A chapter of an audiobook.</summary>
    Audiobook = 2,
}
