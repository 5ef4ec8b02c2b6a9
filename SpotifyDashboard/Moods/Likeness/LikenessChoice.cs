using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Moods.Likeness;

/// <summary>What the page compares, as its address says.</summary>
/// <param name="Kind">Artists or tracks.</param>
/// <param name="Limit">How many of the most played.</param>
public sealed record LikenessChoice(LikenessKind Kind, int Limit)
{
    /// <summary>Compared where the address doesn't say.</summary>
    public const int DefaultLimit = 20;

    /// <summary>A single one can't be compared.</summary>
    public const int Fewest = 2;

    /// <summary>More names than this can't be read beside the picture.</summary>
    public const int Most = 50;

    /// <summary>Path of the page.</summary>
    public const string Path = "/moods/likeness";

    /// <summary>The numbers that the page offers.</summary>
    public static IReadOnlyList<int> Limits { get; } = [10, DefaultLimit, 30, Most];

    /// <summary>Reads an address; what can't be read is as if it weren't there.</summary>
    public static LikenessChoice Read(string? kind, string? limit) => new(
        string.Equals(kind, nameof(LikenessKind.Tracks), StringComparison.OrdinalIgnoreCase) ? LikenessKind.Tracks : LikenessKind.Artists,
        int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Limits.Contains(number) ? number : DefaultLimit);

    /// <summary>The address that shows this choice in a period.</summary>
    public string AddressIn(Period period) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["kind"] = Kind == LikenessKind.Tracks ? "tracks" : null,
        ["limit"] = Limit == DefaultLimit ? null : Limit.ToString(CultureInfo.InvariantCulture),
        ["from"] = ChosenPeriod.Format(period.From),
        ["to"] = ChosenPeriod.Format(period.To),
    });
}
