using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

public sealed class MoodChoicesTests
{
    private static readonly Period s_may = new(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31));

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("12", "many", "all", "ms", "4d")]
    [InlineData("-5", "energy,loudnes", "", "", "")]
    public void Choices_NothingOrNonsense_AreTheDefaults(string? k, string? features, string? scope, string? weight, string? view)
    {
        var choices = MoodChoices.Read(k, features, scope, weight, view, Period.Everything);

        Assert.Equal(new MoodChoices(5, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, MoodView.Solid, Period.Everything), choices);
        Assert.All(choices.ToQuery().Values, Assert.Null);
    }

    [Fact]
    public void Choices_PeriodWithoutScope_MeanTheTracksOfThePeriod() =>
        Assert.Equal(MoodScope.Period, MoodChoices.Read(null, null, null, null, null, s_may).Scope);

    [Theory]
    [InlineData("7", "13", "library", "plays", "2d")]
    [InlineData("2", "energy,valence", "period", "none", "table")]
    public void Choices_WrittenAndReadAgain_AreTheSame(string k, string features, string scope, string weight, string view)
    {
        var choices = MoodChoices.Read(k, features, scope, weight, view, s_may);

        var query = choices.ToQuery();

        Assert.Equal(choices, MoodChoices.Read(query["k"]?.ToString(), query["features"]?.ToString(), query["scope"]?.ToString(), query["weight"]?.ToString(), query["view"]?.ToString(), s_may));
    }

    [Theory]
    [InlineData("energy:2,tempo:0.5", null, "energy:2,tempo:0.5")]
    [InlineData("energy:2,duration_ms:3", null, "energy:2")]
    [InlineData("energy:2", "tempo", "")]
    [InlineData("energy:7", null, "")]
    public void Choices_Emphasis_IsThatOfTheChosenFeatures(string emphasis, string? features, string expected)
    {
        var choices = MoodChoices.Read(null, features, null, null, null, Period.Everything, emphasis);

        Assert.Equal(expected, choices.Emphasis.ToString());
        Assert.Equal(expected.Length == 0 ? null : expected, choices.ToQuery()["emphasis"]);
    }
}
