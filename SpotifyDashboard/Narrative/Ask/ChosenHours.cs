using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Days of the week and hours to which a question keeps.</summary>
/// <param name="Weekdays">0 Monday to 6 Sunday; empty for all.</param>
/// <param name="Hours">Hours of the day; null for all.</param>
public sealed record ChosenHours(ImmutableArray<int> Weekdays, DayHours? Hours)
{
    /// <summary>Whether it leaves anything out.</summary>
    public bool IsAll => Weekdays.IsEmpty && Hours is null;
}
