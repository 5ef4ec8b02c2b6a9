using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>What a page of the top 20 shows; all of it stands in its address.</summary>
/// <param name="Kind">Tracks, artists or albums.</param>
/// <param name="Range">The stretch.</param>
/// <param name="Source">Whose list; null: both, side by side.</param>
public sealed record Top20Choice(TopKind Kind, Top20Range Range, Top20Source? Source)
{
    private static readonly TopKind[] s_kinds = [TopKind.Tracks, TopKind.Artists, TopKind.Albums];

    /// <summary>What is shown where nothing is chosen.</summary>
    public static Top20Choice Usual { get; } = new(TopKind.Tracks, Top20Range.Usual, Source: null);

    /// <summary>"Top 20 artists".</summary>
    public string Title => $"Top 20 {KindWord}";

    /// <summary>"Top 20 artists, six months".</summary>
    public string Words => $"{Title}, {Range.Name.ToLowerInvariant()}{(Source is { } source ? source == Top20Source.Own ? ", by plays" : ", by Spotify" : "")}";

    /// <summary>"artists".</summary>
    public string KindWord => Kind.ToString().ToLowerInvariant();

    /// <summary>Whether the dashboard's own list is shown.</summary>
    public bool ShowsOwn => Source != Top20Source.Spotify;

    /// <summary>Whether Spotify's list is shown.</summary>
    public bool ShowsSpotify => Source != Top20Source.Own;

    /// <summary>Why Spotify has no such list; null where it has one.</summary>
    public string? NoSpotify => Kind == TopKind.Albums ? "Spotify ranks tracks and artists, no albums."
        : Range.SpotifyTerm is null ? "Spotify ranks about four weeks, six months and a year, not all time."
        : null;

    /// <summary>Reads the choices of an address; what is not given is as usual.</summary>
    /// <exception cref="RefusedParameterException">One of them can't be used.</exception>
    public static Top20Choice Read(string? kind, string? range, string? source)
    {
        var asked = new Top20Choice(KindOf(kind), Top20Range.Read(range), Asked.OneOf<Top20Source>("source", source));
        return asked is { Source: Top20Source.Spotify, NoSpotify: { } reason } ? throw new RefusedParameterException("source", reason) : asked;
    }

    /// <summary>The same for a page, which shows the usual where an address asks for what there is not.</summary>
    public static Top20Choice Forgive(string? kind, string? range, string? source) => new(
        FindKind(kind) ?? Usual.Kind,
        Top20Range.Every.FirstOrDefault(known => string.Equals(known.Key, range, StringComparison.OrdinalIgnoreCase)) ?? Usual.Range,
        Enum.GetValues<Top20Source>().Cast<Top20Source?>().FirstOrDefault(known => string.Equals($"{known}", source, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The address of this choice under <paramref name="path"/>, always written the same way.</summary>
    public string AddressAt(string path) => PageAddress.Of(path, ("kind", KindWord), ("range", Range.Key), ("source", Source?.ToString().ToLowerInvariant()));

    private static TopKind KindOf(string? kind) => string.IsNullOrEmpty(kind)
        ? Usual.Kind
        : FindKind(kind) ?? throw new RefusedParameterException("kind", $"'{kind}' is not accepted; 'kind' is one of tracks, artists, albums.");

    private static TopKind? FindKind(string? kind) => s_kinds.Cast<TopKind?>().FirstOrDefault(known => string.Equals($"{known}", kind, StringComparison.OrdinalIgnoreCase));
}
