using SpotifyDashboard.Statistics.Habits;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>How the stored plays of one track, artist or album ended; counted as in <see cref="Skips"/>.</summary>
/// <param name="Plays">Stored plays of the period, counted or not.</param>
/// <param name="Told">Those whose source says how they ended.</param>
/// <param name="Skipped">Those of them that were skipped.</param>
/// <param name="SkipRate">Skipped ÷ told; null where none is told.</param>
/// <param name="Completed">Plays that ran to their end.</param>
/// <param name="CompletionRate">Completed ÷ plays; null without plays.</param>
/// <param name="MeanShare">Mean share of the track that was heard; null where no length is known.</param>
public sealed record ItemEndings(int Plays, int Told, int Skipped, double? SkipRate, int Completed, double? CompletionRate, double? MeanShare)
{
    /// <summary>The sums of <paramref name="skips"/>, which are of the item's plays alone.</summary>
    internal static ItemEndings Of(Skips skips) =>
        new(skips.Plays, skips.Told, skips.Skipped, skips.SkipRate, skips.Completed, skips.CompletionRate, skips.MeanShare);
}
