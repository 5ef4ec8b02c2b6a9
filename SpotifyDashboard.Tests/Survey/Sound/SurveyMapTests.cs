using SpotifyDashboard.Listening;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Tests.Survey.Sound;

public sealed class SurveyMapTests
{
    [Fact]
    public void Map_OfSongsWithoutMetre_DropsTheFeatureAndKeepsTheRespondents()
    {
        var people = Roster.People(20).Select(person => person with { Song = person.Song! with { Features = person.Features.SetItem((int)Feature.TimeSignature, null) } });

        var map = Build(people);

        Assert.Equal(20, map.Count);
        Assert.DoesNotContain(Feature.TimeSignature, map.Features);
        Assert.Equal(["Beats per bar is left out: it is known for 0 of 20 songs."], map.Notes);
        Assert.All(map.Dna, dna => Assert.Equal(12, dna!.Standing.Length));
    }

    [Fact]
    public void Map_WithOneSongThatLacksAFeature_LeavesOutThatRespondentAndSaysSo()
    {
        var people = Roster.People(20).Select((person, index) => index == 4 ? person with { Song = person.Song! with { Features = person.Features.SetItem((int)Feature.Energy, null) } } : person);

        var map = Build(people);

        Assert.Equal(-1, map.RowOf(4));
        Assert.Null(map.Dna[4]!.Score);
        Assert.Equal(19, map.Count);
        Assert.Equal(["1 song lacks a feature and is not on the map."], map.Notes);
    }

    [Fact]
    public void Map_WithoutASound_IsEmptyAndSaysNothingOfSound()
    {
        var map = Build([Roster.Respondent(1), Roster.Respondent(2)]);

        Assert.Equal(0, map.Count);
        Assert.Empty(map.Clusters);
        Assert.All(map.Dna, Assert.Null);
    }

    [Fact]
    public void Map_OfTheSamePeopleInAnotherOrder_IsTheSame()
    {
        var people = Roster.People(30).ToArray();
        Respondent[] turned = [.. people.Reverse()];

        var (map, other) = (Build(people), Build(turned));

        Assert.Equal(
            people.Select((person, index) => (person.Id, map.Sound!.Model.Labels[map.RowOf(index)])).ToHashSet(),
            turned.Select((person, index) => (person.Id, other.Sound!.Model.Labels[other.RowOf(index)])).ToHashSet());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(12, 2)]
    [InlineData(60, 5)]
    public void Map_HasAtMostFiveClusters_AndFewerOfFewRespondents(int respondents, int clusters)
    {
        var map = Build(Roster.People(respondents));

        Assert.Equal(clusters, map.Clusters.Length);
        Assert.Equal(respondents, map.Clusters.Sum(cluster => cluster.Size));
    }

    [Fact]
    public void Score_IsAHundredInTheMiddle_AndOneStandardDeviationIs61()
    {
        var map = Build(Roster.People(40));
        var scaler = map.Sound!.Scaler;

        var middle = map.Tell([.. scaler.Means.Select(mean => (double?)mean)]);
        var usual = map.Tell([.. scaler.Means.Zip(scaler.Deviations, (mean, deviation) => (double?)(mean + deviation))]);

        Assert.Equal(100, middle.Score!.Value, 3);
        Assert.Equal(100 * Math.Exp(-0.5), usual.Score!.Value, 2);
    }

    [Fact]
    public void Score_OfTwoRespondents_MeansNothing() => Assert.All(Build(Roster.People(2)).Dna, dna => Assert.Null(dna!.Score));

    [Fact]
    public void Tell_OfSomebodyWithOneUnknownFeature_ComparesTheOthers()
    {
        var map = Build(Roster.People(40));
        var whole = map.Dna[0]!;

        var partly = map.Tell(whole.Features.SetItem((int)Feature.TimeSignature, null));

        Assert.True(float.IsNaN(partly.Standing[(int)Feature.TimeSignature]));
        Assert.NotNull(partly.Score);
        Assert.All(partly.Place, place => Assert.True(float.IsFinite(place)));
    }

    private static SurveyMap Build(IEnumerable<Respondent> people) => SurveyMapBuilder.Build(Roster.Of(people), TestContext.Current.CancellationToken);
}
