using FsCheck;
using FsCheck.Fluent;

namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>Generates histories, small ones whole and a large one.</summary>
internal static class HistoryMaker
{
    /// <summary>Histories of up to 400 plays; a failing one is made smaller play by play.</summary>
    public static Arbitrary<GeneratedHistory> Any { get; } = Arb.From(Gen.Choose(1, int.MaxValue - 1).Select(Make), history => history.Shrunk());

    public static GeneratedHistory Make(int seed)
    {
        var random = new Random(seed);
        var catalogue = CatalogueMaker.Make(seed, random.Next(1, 30));
        return new(catalogue, new PlayMaker(catalogue, random).Make(random.Next(8) switch { 0 => random.Next(1, 3), 1 => random.Next(3, 20), _ => random.Next(20, 400) }));
    }

    /// <summary>A heavy listener's ten years.</summary>
    public static GeneratedHistory MakeYears(int plays)
    {
        var catalogue = CatalogueMaker.Make(seed: 1, songs: 1200);
        return new(catalogue, new PlayMaker(catalogue, new Random(2)).MakeYears(plays));
    }
}
