namespace SpotifyDashboard.Moods;

/// <summary>Sorts rows of a map by a column of its table.</summary>
internal static class MoodOrder
{
    /// <summary>The columns before the features are title, artist and mood.</summary>
    public const int FirstFeature = 3;

    /// <summary>A sorted copy of <paramref name="rows"/>; equal ones keep their order.</summary>
    public static int[] Sort(MoodPicture picture, int[] rows, int column, bool descending)
    {
        var map = picture.Map;
        return column switch
        {
            0 => By(picture.Title, StringComparer.CurrentCultureIgnoreCase),
            1 => By(map.ArtistAt, StringComparer.CurrentCultureIgnoreCase),
            2 => By(row => map.Labels[row], Comparer<int>.Default),
            _ => By(row => map.ValuesOf(row)[column - FirstFeature], Comparer<float>.Default),
        };

        int[] By<T>(Func<int, T> key, IComparer<T> comparer) =>
            [.. descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)];
    }
}
