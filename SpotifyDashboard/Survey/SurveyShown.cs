using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey;

/// <summary>What the pages of the survey are given to show.</summary>
/// <param name="Roster">The survey as last read.</param>
/// <param name="Map">What is made of its answers, shared by all who look at it.</param>
/// <param name="Listener">Who looks; null while there is nobody.</param>
/// <param name="NewIds">Respondents who answered while the page was open.</param>
public sealed record SurveyShown(SurveyRoster Roster, SurveyMap Map, ListenerProfile? Listener, IReadOnlySet<string> NewIds)
{
    /// <summary>The number under which surveys are asked for while there is no listener: nobody's, so that it has the sample respondents.</summary>
    public const int Nobody = 0;

    /// <summary>Where days and hours are told.</summary>
    public TimeZoneInfo Zone => Listener?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>Whether the respondents are invented.</summary>
    public bool IsSample => Roster.Source == SurveySource.Sample;
}
