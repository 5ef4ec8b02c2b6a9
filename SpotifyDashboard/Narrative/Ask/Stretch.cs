namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Days that a few words of a question name.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="End">Index of the first word behind them.</param>
/// <param name="Year">The year the words say; null where they leave it open.</param>
internal readonly record struct Stretch(DateOnly From, DateOnly To, int End, int? Year = null);
