using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>On what and where a listener listens, as far as their exports tell.</summary>
/// <param name="Known">Counted plays whose source names a platform.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Families">Devices by family, most plays first.</param>
/// <param name="Countries">Countries, most plays first.</param>
/// <param name="Shuffle">Plays with shuffle on.</param>
/// <param name="Offline">Plays on a device that was offline.</param>
/// <param name="Private">Plays in a private session.</param>
public sealed record Platforms(
    int Known,
    int Plays,
    [property: System.Text.Json.Serialization.JsonPropertyName("platforms")] IReadOnlyList<Platforms.Family> Families,
    IReadOnlyList<Platforms.Place> Countries,
    Platforms.Answers Shuffle,
    Platforms.Answers Offline,
    Platforms.Answers Private)
{
    private const string Unknown = "Unknown";

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Platforms Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var totals = DetailTotals.Of(view);
        var details = view.Log.Details;
        return new Platforms(
            totals.Plays.Where((_, detail) => details[detail].Circumstance.Platform.Length > 0).Sum(),
            totals.Plays.Sum(),
            [.. totals.By(detail => PlatformFamily.Of(details[detail].Circumstance.Platform)).Select(sum => new Family(sum.Name, sum.Plays, sum.Ms))],
            [.. totals.By(detail => details[detail].Circumstance.Country is "" or "ZZ" ? Unknown : details[detail].Circumstance.Country).Select(sum => new Place(sum.Name, sum.Plays, sum.Ms))],
            Told(SightingTraits.ShuffleTold, SightingTraits.Shuffle),
            Told(SightingTraits.OfflineTold, SightingTraits.Offline),
            Told(SightingTraits.IncognitoTold, SightingTraits.Incognito));

        Answers Told(SightingTraits told, SightingTraits yes) => new(
            totals.Plays.Where((_, detail) => details[detail].Flags.HasFlag(told)).Sum(),
            totals.Plays.Where((_, detail) => details[detail].Flags.HasFlag(told | yes)).Sum());
    }

    /// <summary>A family of devices.</summary>
    /// <param name="Name">For example <c>iOS</c>; <c>Unknown</c> where the source does not tell, <c>Other</c> where it tells something else.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Ms">Their milliseconds.</param>
    public sealed record Family(string Name, int Plays, long Ms);

    /// <summary>A country.</summary>
    /// <param name="Country">Two letters, or <c>Unknown</c>.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Ms">Their milliseconds.</param>
    public sealed record Place(string Country, int Plays, long Ms);

    /// <summary>A question that sources answer with yes or no, or not at all.</summary>
    /// <param name="Told">Counted plays whose source told.</param>
    /// <param name="Yes">Those with yes.</param>
    public sealed record Answers(int Told, int Yes);
}
