namespace SpotifyDashboard.Moods.Months;

/// <summary>The way through the months as the API tells it.</summary>
/// <param name="K">Moods on the map; 0 while no track has audio features.</param>
/// <param name="Months">Every local month of the period.</param>
internal sealed record MoodMonthsAnswer(int K, IReadOnlyList<MoodMonthsAnswer.Month> Months)
{
    /// <summary>The answer for <paramref name="journey"/>.</summary>
    public static MoodMonthsAnswer Of(MoodMap map, MoodJourney journey) => new(
        map.Moods.Length,
        [.. journey.All.Select(month => new Month(month.Start, month.Plays, month.Placed, month.Place.IsEmpty ? null : [.. month.Place], month.Nearest, month.Moved, month.Towards))]);

    /// <summary>One month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Plays">Its counted plays.</param>
    /// <param name="Placed">Those whose track is on the map.</param>
    /// <param name="Place">Mean x, y and z of these; null where there are none.</param>
    /// <param name="Nearest">Number of the mood nearest to their mean sound; null where there are none.</param>
    /// <param name="Moved">Distance from the place of the latest month before that has one; null for the first.</param>
    /// <param name="Towards">In which direction, in words; null for the first.</param>
    internal sealed record Month(DateOnly Start, int Plays, int Placed, IReadOnlyList<float>? Place, int? Nearest, double? Moved, string? Towards);
}
