using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Evidence;

/// <summary>An artist, track, album, genre or mood that facts speak of, with its name or by its place alone.</summary>
/// <param name="Number">Its place among the entities of the facts.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; null where names are left out.</param>
internal sealed record Entity(int Number, FactNameKind Kind, string? Name)
{
    /// <summary>Its place in its list, 1 first; null where no fact says it.</summary>
    public int? Rank { get; init; }

    /// <summary>Its name, else its place.</summary>
    public string Words => Name ?? $"{Kind.ToString().ToLowerInvariant()} no. {Rank}";
}
