using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>What holds of the merger whatever was played.</summary>
public sealed class PlayMergerProperties
{
    private const int Worlds = 300;

    [Fact]
    public void Derive_SightingsInAnyOrder_GivesTheSamePlays() => Check(seed =>
    {
        var sightings = Anything(new Random(seed));
        var shuffled = sightings.ToArray();
        new Random(seed + 1).Shuffle(shuffled);

        return Sightings.Plays(Sightings.Numbered(sightings)).SequenceEqual(Sightings.Plays(Sightings.Numbered(shuffled)));
    });

    [Fact]
    public void Derive_SourceTakenAway_GivesWhatWouldHaveBeenWithoutIt() => Check(seed =>
    {
        var sightings = Sightings.Numbered(Anything(new Random(seed)));
        var merged = PlayMerger.Derive(sightings);
        var undone = sightings.FindAll(sighting => sighting.Source != Source.ExtendedExport);
        var never = Sightings.Numbered(undone.Select(sighting => sighting with { Id = 0, MergedIntoId = null }));

        return merged.Count <= sightings.Count && Sightings.Plays(undone).SequenceEqual(Sightings.Plays(never));
    });

    [Fact]
    public void Derive_AnySightings_AccountsForEachOnceAndNeverMergesTwoOfOneSourceButReportedTwice() => Check(seed =>
    {
        var sightings = Sightings.Numbered(Anything(new Random(seed)));
        var plays = PlayMerger.Derive(sightings);
        var all = plays.SelectMany(play => play.Others.Append(play.Carrier)).Order();

        return all.SequenceEqual(Enumerable.Range(0, sightings.Count))
            && plays.All(play => play.Others.Append(play.Carrier)
                .GroupBy(i => sightings[i].Source)
                .All(group => group.Key == Source.ExtendedExport || group.Count() == 1));
    });

    [Fact]
    public void Derive_WorldSeenBySeveralSources_GivesItsPlaysBackOneToOne() => Check(seed =>
    {
        var world = PlayedWorld.Make(seed);
        var plays = PlayMerger.Derive(Sightings.Numbered(world.Sightings));

        return plays.Select(play => world.TruthOf(play)).Order().SequenceEqual(Enumerable.Range(0, world.PlayCount));
    });

    [Fact]
    public void Cut_AnySightings_GivesStretchesThatTogetherMakeTheSamePlays() => Check(seed =>
    {
        var sightings = Sightings.Numbered(PlayedWorld.Make(seed).Sightings.Concat(Anything(new Random(seed))).OrderBy(sighting => sighting.EndedAt));
        var cutter = new StretchCutter();
        var plays = new List<(int, long, long, int, Source)>();
        sightings.ForEach(sighting => cutter.Add(sighting, maySplitBefore: true, stretch => plays.AddRange(Sightings.Plays(stretch))));
        cutter.Complete(stretch => plays.AddRange(Sightings.Plays(stretch)));

        return plays.Order().SequenceEqual(Sightings.Plays(sightings));
    });

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithEndSize(1_000_000));

    /// <summary>Sightings without rhyme or reason, close enough to each other to meet.</summary>
    /// <remarks>Two ids share one pair of names; rows without an id are one track per pair, as in the database.</remarks>
    private static List<SightingFacts> Anything(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
            {
                var track = random.Next(10, 14);
                var names = $"pair {track / 2}";
                return random.Next(3) switch
                {
                    0 => Sightings.Extended(random.Next(0, 900), Length(random), track, names: names),
                    1 => Sightings.Poll(random.Next(0, 900_000) / 1000.0, Length(random), track, names: names),
                    _ => Sightings.Account(random.Next(0, 15), Length(random), track / 2, names: names),
                };
            })
            .DistinctBy(sighting => (sighting.EndedAt, sighting.Source, sighting.TrackId, sighting.MsPlayed))];

    private static int Length(Random random) => random.Next(4) switch { 0 => 0, 1 => 20_000, 2 => 31_000, _ => 200_000 };
}
