namespace SpotifyDashboard.Moods.Pages;

/// <summary>Sorts the tracks of a mood.</summary>
internal static class MoodTrackOrder
{
    /// <summary>A sorted copy of <paramref name="members"/>, which come nearest first; equal ones keep that order.</summary>
    public static MoodMember[] Sort(MoodPicture picture, IReadOnlyList<MoodMember> members, MoodTrackColumn column, bool descending)
    {
        return column switch
        {
            MoodTrackColumn.Title => By(member => picture.Title(member.Row), StringComparer.CurrentCultureIgnoreCase),
            MoodTrackColumn.Artist => By(member => picture.Map.ArtistAt(member.Row), StringComparer.CurrentCultureIgnoreCase),
            MoodTrackColumn.Plays => By(member => member.Plays, Comparer<int>.Default),
            _ => By(member => member.Distance, Comparer<float>.Default),
        };

        MoodMember[] By<T>(Func<MoodMember, T> key, IComparer<T> comparer) =>
            [.. descending ? members.OrderByDescending(key, comparer) : members.OrderBy(key, comparer)];
    }
}
