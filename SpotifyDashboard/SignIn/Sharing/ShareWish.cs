using System.Text.Json;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>What <c>POST /api/shares</c> asks for, checked.</summary>
/// <param name="Page">Address of the page, with its choices.</param>
/// <param name="ShowsName">Whether it says the listener's name.</param>
/// <param name="Days">How long it lasts.</param>
internal sealed record ShareWish(string? Page, bool ShowsName, int Days)
{
    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusedParameterException">It is no object, names something unknown, or a value can't be used.</exception>
    public static ShareWish Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", "Send a JSON object with page, and showsName and days where they differ from false and 30.");
        }

        var wish = new ShareWish(Page: null, ShowsName: false, ShareLinks.UsualDays);
        foreach (var property in body.EnumerateObject())
        {
            wish = wish.With(property);
        }

        return wish;
    }

    private ShareWish With(JsonProperty property) => (property.Name, property.Value) switch
    {
        ("page", { ValueKind: JsonValueKind.String } page) => this with { Page = page.GetString() },
        ("page", _) => throw new RefusedParameterException("page", "'page' is the address of a page, for example /top20?range=6m."),
        ("showsName", { ValueKind: JsonValueKind.True or JsonValueKind.False } shows) => this with { ShowsName = shows.GetBoolean() },
        ("showsName", _) => throw new RefusedParameterException("showsName", "'showsName' is true or false."),
        ("days", { ValueKind: JsonValueKind.Number } days) when days.TryGetInt32(out var number) && number is >= 1 and <= ShareLinks.MostDays => this with { Days = number },
        ("days", _) => throw new RefusedParameterException("days", $"'days' is a whole number from 1 to {ShareLinks.MostDays}."),
        _ => throw new RefusedParameterException(property.Name, $"'{property.Name}' is unknown; known are page, showsName, days."),
    };
}
