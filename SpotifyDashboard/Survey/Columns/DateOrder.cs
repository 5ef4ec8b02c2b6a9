namespace SpotifyDashboard.Survey.Columns;

/// <summary>Which of two small numbers in a date is the month.</summary>
internal enum DateOrder
{
    /// <summary>As in the United States: 8/27/19.</summary>
    MonthFirst,

    /// <summary>As in most of the world: 27.08.2019.</summary>
    DayFirst,
}
