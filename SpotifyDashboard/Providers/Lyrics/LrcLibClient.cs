using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>LRCLIB, asked for the words of a song by its names and length (contracts, 5.2). One call at a time.</summary>
internal sealed class LrcLibClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "lrclib";

    /// <summary>How long it may take to answer: it does so in a second or not at all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Seconds by which the lengths of two recordings of one song may differ.</summary>
    private const double Tolerance = 3;

    private const double Shortest = 1;
    private const double Longest = 3600;

    private readonly ServiceCaller _caller;
    private readonly string _address;

    internal LrcLibClient(ServiceCaller caller, IOptions<LrcLibOptions> options)
    {
        _caller = caller;
        _address = options.Value.Url;
    }

    /// <summary>Where the record of a song can be read at LRCLIB.</summary>
    public Uri AddressOf(long recordId) => ServiceAddress.Under(_address, string.Create(CultureInfo.InvariantCulture, $"get/{recordId}"));

    /// <summary>The words of a song, or that it has none; null where LRCLIB does not know the song.</summary>
    /// <param name="song">As Spotify names it; asked about once more without additions such as "- Remastered 2011", then searched for.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ProviderException">LRCLIB failed.</exception>
    public async Task<SongWords?> FindAsync(SongQuestion song, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(song);
        if (string.IsNullOrWhiteSpace(song.Title) || string.IsNullOrWhiteSpace(song.Artist))
        {
            return null;
        }

        var bare = song with { Title = SongNames.WithoutAdditions(song.Title), Album = null };
        return await GetAsync(song, cancellationToken)
            ?? (bare.Title == song.Title ? null : await GetAsync(bare, cancellationToken))
            ?? await SearchAsync(bare, cancellationToken);
    }

    private async Task<SongWords?> GetAsync(SongQuestion song, CancellationToken cancellationToken)
    {
        var duration = song.Seconds is >= Shortest and <= Longest and var seconds
            ? string.Create(CultureInfo.InvariantCulture, $"&duration={Math.Round(seconds, MidpointRounding.AwayFromZero):0}")
            : "";
        var album = string.IsNullOrWhiteSpace(song.Album) ? "" : $"&album_name={Uri.EscapeDataString(song.Album)}";
        try
        {
            var record = await _caller.CallAsync(Call("/get", $"get?{Names(song)}{album}{duration}"), LrcLibRecord.Read, cancellationToken);
            return IsAsLong(song, record) ? record.ToWords() : null;
        }
        catch (ProviderException unknown) when (unknown.Failure == Failure.NotFound)
        {
            return null;
        }
    }

    private async Task<SongWords?> SearchAsync(SongQuestion song, CancellationToken cancellationToken)
    {
        var records = await _caller.CallAsync(Call("/search", $"search?{Names(song)}"), ReadAll, cancellationToken);
        return records
            .Where(record => SongNames.AreOneSong(record.Title, song.Title) && SongNames.Key(record.Artist) == SongNames.Key(song.Artist) && IsAsLong(song, record))
            .OrderBy(record => record.IsInstrumental)
            .ThenBy(record => song.Seconds is { } seconds && record.Seconds is { } told ? Math.Abs(told - seconds) : Tolerance)
            .ThenBy(record => record.Id)
            .Select(record => record.ToWords())
            .FirstOrDefault(words => words is not null);
    }

    private static string Names(SongQuestion song) => $"track_name={Uri.EscapeDataString(song.Title)}&artist_name={Uri.EscapeDataString(song.Artist)}";

    /// <summary>Whether the lengths fit; where one is unknown, the names have to do.</summary>
    private static bool IsAsLong(SongQuestion song, LrcLibRecord record) => song.Seconds is not { } seconds || record.Seconds is not { } told || Math.Abs(told - seconds) <= Tolerance;

    private static List<LrcLibRecord> ReadAll(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(LrcLibRecord.Read)]
            : throw new FormatException("it is no list");

    private ServiceCall Call(string endpoint, string relative) => new(endpoint, ServiceAddress.Under(_address, relative));
}
