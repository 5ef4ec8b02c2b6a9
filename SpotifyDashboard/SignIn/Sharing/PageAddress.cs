using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>The address of a page of this dashboard, without host: its path and what its query chooses.</summary>
public sealed class PageAddress
{
    private const int Longest = 500;

    private readonly Dictionary<string, string> _query;

    private PageAddress(string[] segments, Dictionary<string, string> query) => (Segments, _query) = (segments, query);

    /// <summary>The parts of the path: <c>/recap/2026/3</c> has three.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The names of what the query chooses.</summary>
    public IReadOnlyCollection<string> Names => _query.Keys;

    /// <summary>What the query chooses under <paramref name="name"/>; null where nothing.</summary>
    public string? this[string name] => _query.GetValueOrDefault(name);

    /// <summary>Reads an address that begins with one slash; null for anything else, for a part named twice, and beyond 500 characters.</summary>
    public static PageAddress? TryParse(string? text)
    {
        if (text is not ['/', ..] || text.Length > Longest || text.AsSpan().ContainsAny('\\', '#') || text.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var split = text.IndexOf('?', StringComparison.Ordinal);
        var path = split < 0 ? text : text[..split];
        var query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in QueryHelpers.ParseQuery(split < 0 ? null : text[split..]))
        {
            if (values is not [{ Length: > 0 } value] || !query.TryAdd(name, value))
            {
                return null;
            }
        }

        return new PageAddress(path.Split('/', StringSplitOptions.RemoveEmptyEntries), query);
    }

    /// <summary>A page's address with its choices; a choice that is null is left out.</summary>
    /// <param name="path">The path, with its slash.</param>
    /// <param name="choices">Names and values, in the order in which they shall stand.</param>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> choices)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in choices)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return path + query.ToQueryString();
    }
}
