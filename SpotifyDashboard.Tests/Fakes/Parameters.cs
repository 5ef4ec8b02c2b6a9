using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The parameters of one request, each read under its rule. What nobody asked for is refused.</summary>
internal sealed class Parameters
{
    private readonly IReadOnlyDictionary<string, StringValues> _values;

    /// <param name="values">What was sent.</param>
    /// <param name="known">The names the contract lists.</param>
    /// <exception cref="RefusedException">Another name was sent, or one twice.</exception>
    public Parameters(IReadOnlyDictionary<string, StringValues> values, params string[] known)
    {
        _values = values;
        foreach (var (name, value) in values)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new RefusedException($"Parameter '{name}' is not listed.");
            }

            if (value.Count != 1)
            {
                throw new RefusedException($"Parameter '{name}' was sent {value.Count} times.");
            }
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.TryGetValue(name, out var value) ? value[0] : null;

    /// <exception cref="RefusedException">It is missing or empty.</exception>
    public string Needed(string name) => Text(name) is { Length: > 0 } value ? value : throw new RefusedException($"Parameter '{name}' is missing.");

    /// <exception cref="RefusedException">It is no whole number within the bounds.</exception>
    public int Int(string name, int min, int max, int otherwise) => (int)(Long(name, min, max) ?? otherwise);

    /// <exception cref="RefusedException">It is no whole number within the bounds.</exception>
    public long? Long(string name, long min, long max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new RefusedException($"Parameter '{name}' is '{text}', not a whole number from {min} to {max}.");
    }

    /// <exception cref="RefusedException">It is none of the choices.</exception>
    public string Choice(string name, string otherwise, params string[] choices) => Text(name) switch
    {
        null => otherwise,
        { } value when choices.Contains(value, StringComparer.Ordinal) => value,
        { } value => throw new RefusedException($"Parameter '{name}' is '{value}', not one of {string.Join(", ", choices)}."),
    };

    /// <summary>A list with commas of ids.</summary>
    /// <exception cref="RefusedException">It is missing, too long or holds something else than ids.</exception>
    public IReadOnlyList<string> Ids(string name, int most)
    {
        var ids = Needed(name).Split(',');
        return ids.Length <= most ? [.. ids.Select(SpotifyId)] : throw new RefusedException($"{ids.Length} ids, at most {most} are allowed.");
    }

    /// <exception cref="RefusedException">It is no Spotify id: 22 letters and digits.</exception>
    public static string SpotifyId(string id) =>
        id.Length == 22 && id.All(char.IsAsciiLetterOrDigit) ? id : throw new RefusedException($"'{id}' is no Spotify id.");

    /// <summary>Values of a parameter that may be repeated, hold a list, or both.</summary>
    public static IReadOnlyList<string> Repeated(IReadOnlyDictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out var found) ? [.. found.SelectMany(value => (value ?? "").Split(','))] : [];

    /// <summary>ISO country, where a market may be told.</summary>
    public void Market()
    {
        if (Text("market") is { } market && !(market.Length == 2 && market.All(char.IsAsciiLetterUpper)))
        {
            throw new RefusedException($"Market '{market}' is no country of two letters.");
        }
    }
}
