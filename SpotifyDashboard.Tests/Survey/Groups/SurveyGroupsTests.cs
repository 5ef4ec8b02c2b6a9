using SpotifyDashboard.Survey.Groups;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Tests.Survey.Groups;

public sealed class SurveyGroupsTests
{
    [Fact]
    public void Majors_SpeltInSeveralWays_AreOneGroupUnderTheFullNameUsedMost()
    {
        string?[] majors = ["Computer Science", "computer science ", "Comp Sci", "C.S.", "Computer Science", "Math", null, "n/a", "Computer Engineering"];
        var map = Build(majors.Select((major, index) => Roster.Respondent(index) with { Major = major, HoursPerDay = index }));

        var groups = SurveyGroups.By(map, GroupKind.Major);

        Assert.Equal([("Computer Science", 5), ("Computer Engineering", 1), ("Mathematics", 1)], groups.Select(group => (group.Name, group.Members.Length)));
        Assert.Equal(2, groups[0].HoursPerDay);
    }

    [Fact]
    public void Sound_OfAGroup_IsTheMeanOverItsSongsOnly()
    {
        var map = Build(Roster.People(10).Select((person, index) => person with { Year = index < 4 ? "Junior" : "senior" }).Append(Roster.Respondent(99) with { Year = "Junior" }));

        var junior = SurveyGroups.By(map, GroupKind.Year).Single(group => group.Name == "Junior");

        Assert.Equal((5, 4), (junior.Members.Length, junior.WithSound));
        Assert.Equal(map.Roster.Respondents.Take(4).Average(person => person.Features[0])!.Value, junior.MeanSound[0]!.Value, 1e-6);
    }

    [Fact]
    public void Picture_WithoutSound_DrawsCountsAlone()
    {
        var map = Build([Roster.Respondent(1) with { Hometown = "Chico" }, Roster.Respondent(2) with { Hometown = "chico" }, Roster.Respondent(3)]);

        var picture = GroupsPicture.Of(map, GroupKind.Hometown);

        Assert.Null(picture.Sounds);
        Assert.Equal(["2 respondents"], picture.Counts.Texts);
        Assert.Equal("Most answered “Chico”: 2 of 3. 1 gave no answer.", picture.Counts.Caption);
    }

    private static SurveyMap Build(IEnumerable<SpotifyDashboard.Survey.Respondent> people) => SurveyMapBuilder.Build(Roster.Of(people), TestContext.Current.CancellationToken);
}
