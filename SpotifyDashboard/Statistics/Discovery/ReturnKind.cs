namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Which list of recordings that go and come is shown.</summary>
public enum ReturnKind
{
    /// <summary>Come back to after half a year: <see cref="Rediscovery"/>.</summary>
    Rediscovered,

    /// <summary>Played often and then no more: <see cref="ForgottenFavourite"/>.</summary>
    Forgotten,

    /// <summary>Played again and again within a week: <see cref="Obsession"/>.</summary>
    Obsessions,
}
