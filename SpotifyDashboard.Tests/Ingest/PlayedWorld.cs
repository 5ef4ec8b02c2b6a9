using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>A true sequence of plays, and what three sources made of it with their roundings.</summary>
/// <remarks>
/// Each source covers a stretch without holes, as they do in life; where a coverage begins or ends nobody listens for some minutes, since at
/// such an edge a looped track can't be told from its neighbour by anyone.
/// </remarks>
internal sealed class PlayedWorld
{
    private readonly Dictionary<(Source, long, int, int, short), int> _truth = [];

    /// <summary>All that was seen, in no particular order.</summary>
    public List<SightingFacts> Sightings { get; } = [];

    public int PlayCount { get; private set; }

    public static PlayedWorld Make(int seed)
    {
        var world = new PlayedWorld();
        var random = new Random(seed);
        var second = 0.0;
        for (var block = 0; block < 4; block++)
        {
            // Who listens in during this block: always somebody.
            var seers = random.Next(1, 8);
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                var ms = random.Next(5) switch { 0 => 20_000, 1 => 31_000, 2 => 59_500, _ => random.Next(90, 300) * 1000 };
                var track = random.Next(3) == 0 ? 1 : random.Next(1, 6);
                for (var rounds = random.Next(4) == 0 ? 3 : 1; rounds > 0; rounds--)
                {
                    second += (ms / 1000.0) + random.NextDouble();
                    world.Play(random, second, ms, track, seers);
                }
            }

            second += 1200;
        }

        return world;
    }

    /// <summary>Which true play a derived one is; −1 where its sightings stem from several.</summary>
    public int TruthOf(MergedPlay play)
    {
        var members = play.Others.Append(play.Carrier).Select(i => Sightings[i]).Select(s => _truth[Key(s)]).Distinct().ToList();
        return members is [var one] ? one : -1;
    }

    private static (Source, long, int, int, short) Key(SightingFacts s) => (s.Source, s.EndedAt, s.TrackId % 1000, s.MsPlayed, s.Occurrence);

    private void Play(Random random, double second, int ms, int track, int seers)
    {
        var number = PlayCount++;
        if ((seers & 1) != 0)
        {
            Add(Ingest.Sightings.Extended(Math.Floor(second), ms, track), number);
            if (ms > 60_000 && random.Next(6) == 0)
            {
                // The same play once more, as exports have it.
                Add(Ingest.Sightings.Extended(Math.Floor(second) + random.Next(1, 15), ms, track), number);
            }
        }

        if ((seers & 2) != 0)
        {
            Add(Ingest.Sightings.Poll(second, ms, track), number);
        }

        if ((seers & 4) != 0)
        {
            var row = Ingest.Sightings.Account((int)Math.Floor(second / 60), ms, track);
            while (_truth.ContainsKey(Key(row)))
            {
                row = row with { Occurrence = (short)(row.Occurrence + 1) };
            }

            Add(row, number);
        }
    }

    private void Add(SightingFacts sighting, int number)
    {
        Sightings.Add(sighting);
        _truth[Key(sighting)] = number;
    }
}
