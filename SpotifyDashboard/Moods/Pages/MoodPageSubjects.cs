using System.Globalization;
using SpotifyDashboard.Components;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>Knows which moods have no page: those whose number the chosen map does not have.</summary>
internal sealed class MoodPageSubjects(ListenerDirectory listeners, MoodMapService maps) : IPageSubjects
{
    private static readonly PathString s_start = "/moods";

    public async ValueTask<bool> IsMissingAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.Path.StartsWithSegments(s_start, StringComparison.OrdinalIgnoreCase, out var rest)
            || !int.TryParse(rest.Value?.TrimStart('/'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return false;
        }

        var map = await maps.GetAsync(ChoicesOf(request.Query).ToRequest(listener), cancellationToken);
        return map.TrackCount > 0 && (number < 0 || number >= map.Moods.Length);
    }

    private static MoodChoices ChoicesOf(IQueryCollection query) =>
        MoodChoices.Read(query["k"], query["features"], query["scope"], query["weight"], view: null, ChosenPeriod.Parse(query["from"], query["to"]), query["emphasis"]);
}
