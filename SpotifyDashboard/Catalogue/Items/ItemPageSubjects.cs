using SpotifyDashboard.Components;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Knows which tracks, artists and albums have no page: those that stand in no history.</summary>
internal sealed class ItemPageSubjects(StatisticsService statistics) : IPageSubjects
{
    private static readonly (PathString Start, ItemKind Kind)[] s_pages = [("/tracks", ItemKind.Track), ("/artists", ItemKind.Artist), ("/albums", ItemKind.Album)];

    public async ValueTask<bool> IsMissingAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        foreach (var (start, kind) in s_pages)
        {
            if (request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is { Length: > 1 } id)
            {
                var view = await statistics.ReadCurrentAsync(Period.Everything, rule: null, cancellationToken);
                return view is not null && CatalogueItem.Find(view.Log.Catalogue, kind, id[1..]) is null;
            }
        }

        return false;
    }
}
