namespace SpotifyDashboard.Survey.Sources;

/// <summary>What was given is no survey that can be read; the message says why and what to do, in a sentence.</summary>
internal sealed class SurveyException(string message) : Exception(message);
