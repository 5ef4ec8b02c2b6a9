using System.Globalization;
using System.Text.Json;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn;

/// <summary>What <c>PATCH /api/users/me</c> asks to change, checked. What is not named stays as it is.</summary>
internal sealed class UserChange
{
    private static readonly string[] s_names = ["timeZone", "countingRule", "theme", "language"];
    private static readonly string[] s_themes = ["light", "dark", "system"];

    private readonly List<Action<Listener>> _changes = [];

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusedParameterException">It is no object, names something unknown, or a value can't be used.</exception>
    public static UserChange Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", $"Send a JSON object with any of {string.Join(", ", s_names)}.");
        }

        var change = new UserChange();
        foreach (var property in body.EnumerateObject())
        {
            change.Add(property.Name, TextOf(property));
        }

        return change;
    }

    /// <summary>Makes the changes.</summary>
    public void Apply(Listener listener) => _changes.ForEach(change => change(listener));

    private void Add(string name, string? value)
    {
        switch (name)
        {
            case "timeZone":
                var zone = ZoneOf(value);
                _changes.Add(listener => (listener.TimeZone, listener.TimeZoneChosen) = (zone, true));
                break;
            case "countingRule":
                var rule = Asked.OneOf<CountingRule>(name, value) ?? throw new RefusedParameterException(name, "'countingRule' is one of default, all, finished.");
                _changes.Add(listener => listener.CountingRule = rule);
                break;
            case "theme":
                var theme = s_themes.Contains(value) ? value ?? "" : throw new RefusedParameterException(name, $"'theme' is one of {string.Join(", ", s_themes)}.");
                _changes.Add(listener => listener.Theme = theme);
                break;
            case "language":
                var language = LanguageOf(value);
                _changes.Add(listener => listener.Language = language);
                break;
            default:
                throw new RefusedParameterException(name, $"'{name}' can't be changed; only {string.Join(", ", s_names)} can.");
        }
    }

    private static string? TextOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString(),
        JsonValueKind.Null => null,
        _ => throw new RefusedParameterException(property.Name, $"'{property.Name}' is a text."),
    };

    /// <summary>The IANA name of a zone; Windows names are translated.</summary>
    private static string ZoneOf(string? name)
    {
        if (name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            if (zone.HasIanaId)
            {
                return zone.Id;
            }

            if (TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana))
            {
                return iana;
            }
        }

        throw new RefusedParameterException("timeZone", $"'{name}' is no time zone; give its IANA name, for example Europe/Berlin.");
    }

    private static string? LanguageOf(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            throw new RefusedParameterException("language", $"'{tag}' is no language; give a BCP 47 tag, for example de or en-GB, or null for the browser's.");
        }
    }
}
