using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Sound;
using SpotifyDashboard.Survey.Twins;

namespace SpotifyDashboard.Tests.Survey.Twins;

public sealed class TwinFinderTests
{
    [Fact]
    public void Similarity_OfAnyTwo_IsTheSameBothWaysRoundAndWithinItsBounds() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var map = Build(AnyPeople(seed));
            var habits = new HabitScale(map.Roster);
            return Enumerable.Range(0, map.Roster.Respondents.Length).All(one => Enumerable.Range(0, one).All(other =>
                TwinFinder.Similarity(map, habits, one, other, TwinBasis.Sound) is var sound
                && TwinFinder.Similarity(map, habits, one, other, TwinBasis.Habits) is var all
                && sound == TwinFinder.Similarity(map, habits, other, one, TwinBasis.Sound)
                && all == TwinFinder.Similarity(map, habits, other, one, TwinBasis.Habits)
                && sound is null or (>= -1 and <= 1) && all is null or (>= 0 and <= 1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Twins_OfTwoWithTheSameSong_AreEachOther()
    {
        var people = Roster.People(12).ToArray();
        people[7] = people[7] with { Song = people[2].Song };
        var map = Build(people);

        Assert.Equal((7, 1.0), First(map, 2));
        Assert.Equal((2, 1.0), First(map, 7));
    }

    [Fact]
    public void Twins_EquallyNear_AreOrderedByTheirIds()
    {
        var people = Roster.People(12).ToArray();
        people[3] = people[3] with { Song = people[9].Song };
        people[6] = people[6] with { Song = people[9].Song };

        var found = TwinFinder.Find(Build(people), 9, TwinBasis.Sound, 2);

        Assert.Equal([3, 6], found.Twins.Select(twin => twin.Respondent));
    }

    [Fact]
    public void Twins_OfARespondentWithoutASong_AreNoneBySoundButSomeByHabits()
    {
        Respondent[] people = [Roster.Respondent(0) with { Age = 20, Year = "Senior" }, .. Roster.People(5).Select(person => person with { Age = 20, Year = "senior" })];
        var map = Build(people);

        var bySound = TwinFinder.Find(map, 0, TwinBasis.Sound, 5);
        var byHabits = TwinFinder.Find(map, 0, TwinBasis.Habits, 5);

        Assert.Empty(bySound.Twins);
        Assert.Equal("This respondent named no favourite song, so there is no twin by sound.", bySound.Missing);
        Assert.Equal(5, byHabits.Twins.Length);
        Assert.All(byHabits.Twins, twin => Assert.Equal(1, twin.Similarity));
        Assert.Contains("year Senior", byHabits.Twins[0].Shared);
    }

    [Fact]
    public void HabitSimilarity_IsGowersCoefficientOverWhatBothAnswered()
    {
        var young = Roster.Respondent(1) with { Age = 18, HoursPerDay = 1, ListeningTime = "Morning, Evening" };
        var old = Roster.Respondent(2) with { Age = 28, HoursPerDay = 5, ListeningTime = "evening" };
        var between = Roster.Respondent(3) with { Age = 23, Year = "Senior" };
        var scale = new HabitScale(Roster.Of(young, old, between));

        Assert.Equal((0 + 0 + 0.5) / 3, scale.Similarity(young, old)!.Value, 12);
        Assert.Equal(0.5, scale.Similarity(young, between)!.Value, 12);
        Assert.Null(scale.Similarity(Roster.Respondent(4), young));
    }

    [Fact]
    public void Twins_ByHabits_EquallyNear_PreferWhoAnsweredMore()
    {
        var asked = Roster.Respondent(1) with { Age = 20, Year = "Senior" };
        var map = Build([asked, Roster.Respondent(2) with { Year = "Senior" }, Roster.Respondent(3) with { Age = 20, Year = "Senior" }, Roster.Respondent(4) with { Age = 30 }]);

        Assert.Equal([2, 1, 3], TwinFinder.Find(map, 0, TwinBasis.Habits, 5).Twins.Select(twin => twin.Respondent));
    }

    [Fact]
    public void Words_SayWhatIsSharedAndInWhatTheTwinDiffers()
    {
        var one = Roster.Respondent(1) with { Age = 20, HoursPerDay = 1, Major = "CS", ListeningTime = "Morning" };
        var other = Roster.Respondent(2) with { Age = 26, HoursPerDay = 4.5, Major = "Computer science", ListeningTime = "Evening" };

        Assert.Equal(["major CS"], TwinWords.SharedAnswers(one, other));
        Assert.Equal(["6 years older", "3.5 h a day more", "listening time Evening"], TwinWords.DifferentAnswers(one, other));
        Assert.Equal(["6 years younger", "3.5 h a day less", "listening time Morning"], TwinWords.DifferentAnswers(other, one));
    }

    [Fact]
    public void Listener_WithTheSoundOfARespondent_HasThatTwin()
    {
        var map = Build(Roster.People(15));
        var dna = map.Tell(map.Roster.Respondents[4].Features);

        var found = TwinFinder.Find(map, dna, 3);

        Assert.Equal(4, found.Twins[0].Respondent);
        Assert.Equal(1, found.Twins[0].Similarity, 6);
    }

    private static (int, double) First(SurveyMap map, int respondent)
    {
        var twin = TwinFinder.Find(map, respondent, TwinBasis.Sound, 1).Twins[0];
        return (twin.Respondent, Math.Round(twin.Similarity, 6));
    }

    private static Respondent[] AnyPeople(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, 14).Select(number => Roster.Respondent(number, random.Next(4) == 0 ? default : Roster.Sound(seed + number)) with
        {
            Age = random.Next(3) == 0 ? null : random.Next(18, 30),
            HoursPerDay = random.Next(3) == 0 ? null : random.Next(0, 8),
            Year = random.Next(3) == 0 ? null : random.Next(2) == 0 ? "Senior" : "Junior",
            ListeningTime = random.Next(3) == 0 ? null : random.Next(2) == 0 ? "Morning;Evening" : "evening",
        })];
    }

    private static SurveyMap Build(IEnumerable<Respondent> people) => SurveyMapBuilder.Build(Roster.Of(people), TestContext.Current.CancellationToken);
}
