using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>The period that a question names.</summary>
/// <param name="Period">The days.</param>
/// <param name="Start">Index of the first of its words.</param>
/// <param name="End">Index of the first word behind them.</param>
internal sealed record FoundPeriod(Period Period, int Start, int End);
