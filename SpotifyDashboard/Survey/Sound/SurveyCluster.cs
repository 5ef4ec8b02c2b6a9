namespace SpotifyDashboard.Survey.Sound;

/// <summary>Respondents whose songs sound alike.</summary>
/// <param name="Number">From 0, the largest first; its colour and shape are those of the mood with that number.</param>
/// <param name="Name">What sets its songs apart from the others of the survey.</param>
/// <param name="Size">How many respondents.</param>
public sealed record SurveyCluster(int Number, string Name, int Size);
