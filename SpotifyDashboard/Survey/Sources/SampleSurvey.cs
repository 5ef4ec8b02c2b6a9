using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bogus;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Fifty respondents who were made up from a seed, shown while no survey is set. Nobody real, no real song: ids begin with <c>sample</c>.</summary>
/// <remarks>
/// A major leans to a taste, as a real class might: of ten people of a major about four share its taste. Enough for twins and a
/// forecast to have something to say, and little enough that the forecast's doubts are honest.
/// </remarks>
internal static class SampleSurvey
{
    public const int Count = 50;

    private const int Seed = 5;
    private const double ShareOfOwnTaste = .4;
    private const double ShareOfUnknownSongs = .06;

    private static readonly string[] s_majors = ["Biology", "Computer Science", "Music", "Psychology", "Mechanical Engineering"];

    /// <summary>The taste to which each major leans.</summary>
    private static readonly int[] s_leanings = [0, 4, 3, 1, 2];

    private static readonly string[] s_years = ["First year", "Second year", "Third year", "Fourth year"];
    private static readonly string[] s_times = ["While studying", "On the way", "In the evening", "While cooking", "At the gym"];
    private static readonly DateTimeOffset s_firstAnswer = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The respondents; the same at every start.</summary>
    public static ImmutableArray<Respondent> Create()
    {
        var faker = new Faker("en") { Random = new Randomizer(Seed) };
        var answeredAt = s_firstAnswer;
        var respondents = ImmutableArray.CreateBuilder<Respondent>(Count);
        for (var i = 0; i < Count; i++)
        {
            answeredAt += TimeSpan.FromMinutes(faker.Random.Int(4, 240));
            respondents.Add(Next(faker.Random, faker.Name.FirstName(), faker.Name.LastName(), faker.Address.City(), answeredAt, i + 1));
        }

        return respondents.MoveToImmutable();
    }

    private static Respondent Next(Randomizer random, string firstName, string lastName, string town, DateTimeOffset answeredAt, int number)
    {
        var major = random.Int(0, s_majors.Length - 1);
        var year = random.Int(0, s_years.Length - 1);
        var taste = SampleTaste.All[random.Double() < ShareOfOwnTaste ? s_leanings[major] : random.Int(0, SampleTaste.All.Count - 1)];
        var artist = random.ArrayElement(taste.Artists);
        var title = random.ArrayElement(taste.Titles);
        var song = Sound(random, taste, title, artist, number);
        return new Respondent(
            string.Create(CultureInfo.InvariantCulture, $"sample-{number:00}"),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"sample {firstName} {lastName}"))),
            $"{firstName[0]}{lastName[0]} {number.ToString(CultureInfo.InvariantCulture)}",
            answeredAt,
            18 + year + random.Int(0, 4),
            s_majors[major],
            s_years[year],
            town,
            title,
            artist,
            Math.Round(Math.Clamp(Normal(random, 2.6, 1.3), .25, 9) * 4) / 4,
            random.ArrayElement(s_times),
            random.Double() < ShareOfUnknownSongs ? null : song);
    }

    private static SongMatch Sound(Randomizer random, SampleTaste taste, string title, string artist, int number)
    {
        var values = Features.Thirteen.Select(feature => (double?)Draw(random, taste, feature)).ToImmutableArray();
        var id = string.Create(CultureInfo.InvariantCulture, $"sample{number:0000000000000000}");
        return new SongMatch(id, title, artist, Certainty: 1, IsCorrected: false, random.Int(12, 88), [.. taste.Genres], values);
    }

    private static double Draw(Randomizer random, SampleTaste taste, Feature feature)
    {
        var drawn = Normal(random, taste.Means[(int)feature], SampleTaste.Spreads[(int)feature]);
        return feature switch
        {
            Feature.Key => random.Int(0, 11),
            Feature.Mode => random.Double() < taste.MajorShare ? 1 : 0,
            Feature.TimeSignature => random.Double() < .93 ? 4 : 3,
            Feature.Loudness => Math.Round(Math.Min(drawn, -.5), 3),
            Feature.Tempo => Math.Round(drawn, 3),
            Feature.DurationMs => Math.Round(Math.Max(drawn, 90_000)),
            _ => Math.Round(Math.Clamp(drawn, .002, .995), 4),
        };
    }

    /// <summary>A normally distributed number (Box and Muller).</summary>
    private static double Normal(Randomizer random, double mean, double spread) =>
        mean + (spread * Math.Sqrt(-2 * Math.Log(1 - random.Double())) * Math.Cos(2 * Math.PI * random.Double()));
}
