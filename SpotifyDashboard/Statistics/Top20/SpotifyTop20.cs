namespace SpotifyDashboard.Statistics.Top20;

/// <summary>Spotify's own list beside the dashboard's.</summary>
/// <param name="Rows">Its first places; empty where there is none.</param>
/// <param name="FetchedAt">When Spotify said so (UTC); null where it said nothing yet.</param>
public sealed record SpotifyTop20(IReadOnlyList<Top20Row> Rows, DateTimeOffset? FetchedAt)
{
    /// <summary>Nothing: Spotify has no such list, or was not asked for it.</summary>
    public static SpotifyTop20 None { get; } = new([], FetchedAt: null);

    /// <summary>Spotify's places with the plays and ranks of the dashboard's own log.</summary>
    internal static SpotifyTop20 Of(ListeningView view, TopKind kind, IReadOnlyList<SpotifyTopItem> items)
    {
        if (items.Count == 0)
        {
            return None;
        }

        var own = Ranking.Of(view, kind, TopMeasure.Plays);
        var indices = IndicesOf(view, kind, items);
        var known = indices.Where(index => index >= 0).Distinct().ToArray();
        var ranks = known.Zip(own.RanksOf(known)).ToDictionary(pair => pair.First, pair => pair.Second);
        return new SpotifyTop20([.. items.Select((item, place) => RowOf(view, kind, item, own, indices[place], ranks))], items[0].FetchedAt);
    }

    private static Top20Row RowOf(ListeningView view, TopKind kind, SpotifyTopItem item, Ranking own, int index, Dictionary<int, int?> ranks)
    {
        var (plays, ms) = index < 0 ? (0, 0L) : (own.Plays[index], own.Ms[index]);
        var catalogue = view.Log.Catalogue;
        return new Top20Row(item.Rank, item.Name, item.Artist, item.Album, item.Popularity, plays, ms)
        {
            ImageUrl = item.ImageUrl,
            OtherRank = index < 0 ? null : ranks[index],
            Href = index < 0 ? null : Top20List.HrefOf(kind, kind == TopKind.Artists ? catalogue.Artists[index].PublicId : catalogue.Tracks[index].PublicId),
        };
    }

    /// <summary>For each item its place in the log's catalogue, that of its recording for a track; −1 for what was never played or saved.</summary>
    private static int[] IndicesOf(ListeningView view, TopKind kind, IReadOnlyList<SpotifyTopItem> items)
    {
        var catalogue = view.Log.Catalogue;
        if (kind == TopKind.Artists)
        {
            var places = items.Select((item, place) => (item.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
            var found = Enumerable.Repeat(-1, items.Count).ToArray();
            for (var index = 0; index < catalogue.Artists.Count; index++)
            {
                if (places.TryGetValue(catalogue.Artists[index].Id, out var place))
                {
                    found[place] = index;
                }
            }

            return found;
        }

        return [.. items.Select(item => catalogue.IndexOf(item.Id)).Select(index => index < 0 ? index : CountsAs(view, index))];
    }

    private static int CountsAs(ListeningView view, int index) => view.Log.Catalogue.CountsAs[index];
}
