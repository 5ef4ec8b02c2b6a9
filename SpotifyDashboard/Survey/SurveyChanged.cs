using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey;

/// <summary>Tells open pages whose survey has new answers, matches or names, by the number of the listener who owns it.</summary>
public sealed class SurveyChanged : Announcer<int>;
