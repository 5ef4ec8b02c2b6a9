namespace SpotifyDashboard.Survey.Api;

/// <summary>What a feature is worth to the forecast, over HTTP.</summary>
/// <param name="Feature">Spotify's snake_case key.</param>
/// <param name="Mean">Mean accuracy lost when its values are shuffled; about 0 or below for one of no use.</param>
/// <param name="Deviation">Standard deviation over the shuffles.</param>
internal sealed record ImportanceAnswer(string Feature, double Mean, double Deviation);
