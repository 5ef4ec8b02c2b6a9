namespace SpotifyDashboard.Survey.Majors;

/// <summary>How probable a major is.</summary>
/// <param name="Major">As it is shown.</param>
/// <param name="Probability">0 to 1: the mean over the trees.</param>
public sealed record MajorShare(string Major, double Probability);
