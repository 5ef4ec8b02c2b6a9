using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Majors;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Tests.Survey.Majors;

public sealed class MajorPredictorTests
{
    private static readonly string[] s_majors = ["Biology", "Music", "Physics"];

    [Fact]
    public void Forecast_OfMajorsThatSoundApart_IsBetterThanGuessingAndGoesByWhatSetsThemApart()
    {
        var forecast = Learn(Apart(60));

        Assert.True(forecast.Evaluation!.IsBetterThanGuessing);
        Assert.Equal(("better than guessing", 60), (forecast.Evaluation.Verdict, forecast.Evaluation.Respondents));
        Assert.InRange(forecast.Evaluation.Accuracy.Value, 0.85, 1);
        Assert.Equal("energy", forecast.Importance[0].Feature);
        Assert.Equal("Physics", forecast.Of(Roster.Sound(5000, energy: 0.9))!.Major);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Forecast_OfShuffledMajors_SaysThatItIsGuessing(int seed)
    {
        var people = Apart(60);
        string?[] majors = [.. people.Select(person => person.Major)];
        new Random(seed).Shuffle(majors);

        var forecast = Learn(people.Select((person, index) => person with { Major = majors[index] }));

        Assert.Equal("no better than guessing", forecast.Evaluation!.Verdict);
    }

    [Fact]
    public void Forecast_OfOneMajorAndAFewOthers_PutsTheOthersTogetherAndClaimsNoSkill()
    {
        string[] others = ["Math", "math", "Mathematics", "Computer Information Systems", "CIS", "Computer Engineering"];

        var forecast = Learn(Roster.People(43).Select((person, index) => person with { Major = index < others.Length ? others[index] : "Computer Science" }));

        Assert.Equal(["Computer Science", MajorClasses.Others], forecast.Majors);
        Assert.Equal(["3 majors with fewer than 5 respondents each are put together as “Other majors” (6 respondents)."], forecast.Notes);
        Assert.Equal("no better than guessing", forecast.Evaluation!.Verdict);
        Assert.Equal(37 / 43.0, forecast.Evaluation.MajorityBaseline.Value, 12);
    }

    [Theory]
    [InlineData(12, "A forecast needs at least 20 respondents whose major and whose song's sound are known. There are 12, so 8 are missing.")]
    [InlineData(30, "A forecast needs at least two majors with 5 respondents each. There is one with 30 and 0 respondents beside it, so 5 are missing.")]
    public void Forecast_OfTooFew_IsRefusedWithHowManyAreMissing(int respondents, string reason)
    {
        var forecast = Learn(Roster.People(respondents).Select(person => person with { Major = "Biology" }));

        Assert.Equal(reason, forecast.Refusal);
        Assert.Null(forecast.Evaluation);
        Assert.Null(forecast.Of(0));
        Assert.Null(forecast.Of(Roster.Sound(1)));
    }

    [Fact]
    public void Forecast_OfASurveyWithoutSounds_IsRefused() =>
        Assert.Contains("There are 0, so 20 are missing.", Learn(Enumerable.Range(1, 46).Select(number => Roster.Respondent(number) with { Major = "Biology" })).Refusal!, StringComparison.Ordinal);

    [Fact]
    public void Prediction_IsADistributionWithItsLargestFirst()
    {
        var prediction = Learn(Apart(60)).Of(Roster.Sound(7000, energy: 0.45))!;

        Assert.Equal(1, prediction.Probabilities.Sum(share => share.Probability), 9);
        Assert.Equal(prediction.Probabilities.Max(share => share.Probability), prediction.Confidence);
        Assert.Equal(prediction.Probabilities[0].Major, prediction.Major);
        Assert.InRange(prediction.CalibratedConfidence, 0, 1);
        Assert.Empty(prediction.Assumed);
    }

    [Fact]
    public void Prediction_WithOneFeature_SaysForWhichTheMeanWasTaken()
    {
        var forecast = Learn(Apart(60));

        var prediction = forecast.Of(NothingBut(Feature.Energy, 0.1))!;

        Assert.Equal(12, prediction.Assumed.Length);
        Assert.DoesNotContain(Feature.Energy, prediction.Assumed);
        Assert.Null(forecast.Of([.. Features.Thirteen.Select(_ => (double?)null)]));
    }

    [Fact]
    public void Prediction_ForARespondent_IsByAForestThatDidNotLearnFromThem()
    {
        // Majors drawn at random: a forest that had seen the answers would give nearly all of them right.
        var random = new Random(11);
        var map = Build(Roster.People(60).Select(person => person with { Major = s_majors[random.Next(3)] }));
        var forecast = MajorPredictor.Learn(map, TestContext.Current.CancellationToken);

        var right = Enumerable.Range(0, 60).Count(index => forecast.Of(index)!.Major == map.Roster.Respondents[index].Major);

        Assert.Equal(forecast.Evaluation!.Accuracy.Value, right / 60.0, 12);
        Assert.InRange(right, 0, 40);
    }

    private static Respondent[] Apart(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Roster.Respondent(number, Roster.Sound(number, energy: 0.1 + (0.4 * (number % 3)))) with { Major = s_majors[number % 3] })];

    private static ImmutableArray<double?> NothingBut(Feature feature, double value) => [.. Features.Thirteen.Select(other => other == feature ? value : (double?)null)];

    private static MajorForecast Learn(IEnumerable<Respondent> people) => MajorPredictor.Learn(Build(people), TestContext.Current.CancellationToken);

    private static SurveyMap Build(IEnumerable<Respondent> people) => SurveyMapBuilder.Build(Roster.Of(people), TestContext.Current.CancellationToken);
}
