namespace SpotifyDashboard.Statistics;

/// <summary>The course of a stretch of days in few bars, for a picture of it.</summary>
internal static class PlayWave
{
    /// <summary>The mean of plays per day in equal stretches of whole days (the last may be shorter), 0 to 1 of the highest.</summary>
    /// <param name="days">Plays of each day.</param>
    /// <param name="points">At most so many bars.</param>
    public static IReadOnlyList<double> Of(int[] days, int points)
    {
        if (days.Length == 0)
        {
            return [];
        }

        double[] means = [.. days.Chunk((days.Length + points - 1) / points).Select(stretch => stretch.Average())];
        var most = means.Max();
        return [.. means.Select(mean => most == 0 ? 0 : mean / most)];
    }
}
