using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>Uploaded surveys, from the file to the respondents, on real databases.</summary>
public sealed class SurveyImportTests(PostgresServer server)
{
    private const string Form = "Timestamp,Email Address,What is your name?,Age,Major,Comment,Song,Artist\n";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Upload_OfAForm_BecomesRespondentsWithoutNames(DatabaseProvider provider)
    {
        await using var bench = await SurveyBench.CreateAsync(server, provider);
        var process = bench.Process();

        var result = await bench.ImportAsync(
            process,
            Form
            + "8/27/19 20:22,ada@example.org,Ada Lovelace,21,Computer science,write me: ada@example.org,One,Band\n"
            + "8/27/19 20:30,bo@example.org,Bo Ek,seventy,computer Science,fine\0 \U0001F3B5,Two,Band\n"
            + ",,,,,,,\n"
            + "8/27/19 21:22,ada@example.org,ADA  lovelace,1998,Computer science,x,Three,Band\n");

        Assert.True(result.Balances);
        Assert.Equal((4, 3, 1, 0), (result.Read, result.Taken, result.Empty, result.Malformed));
        Assert.Equal(("age is no number", 1), (Assert.Single(result.Unreadable).Key, Assert.Single(result.Unreadable).Value));
        Assert.Equal(["timestamp", null, "name", "age", "major", null, "favorite_song", "artist"], result.Columns.Select(column => column.Field));
        var roster = await bench.RosterAsync(process);
        Assert.Equal((SurveySource.Upload, "answers", (string?)null), (roster.Source, roster.Title, roster.Problem));
        Assert.Equal(["AL", "BE", "AL"], roster.Respondents.Select(respondent => respondent.ShownName));
        Assert.Equal(["Computer science", "Computer science", "Computer science"], roster.Respondents.Select(respondent => respondent.Major));
        Assert.Equal([21, null, 21], roster.Respondents.Select(respondent => respondent.Age));
        Assert.Equal(roster.Respondents[0].NameHash, roster.Respondents[2].NameHash);
        Assert.NotEqual(roster.Respondents[0].NameHash, roster.Respondents[1].NameHash);
        Assert.Matches("^[0-9a-f]{64}$", roster.Respondents[0].NameHash);
        var stored = string.Join('\n', (await bench.Database.RowsAsync("SELECT * FROM survey_answers")).Concat(await bench.Database.RowsAsync("SELECT * FROM surveys")).SelectMany(row => row));
        Assert.DoesNotContain("lovelace", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("example.org", stored, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("write me:", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_Hashed_IsNoBareHash_AndDiffersBetweenInstallations()
    {
        await using var one = await SurveyBench.CreateAsync(server);
        await using var other = await SurveyBench.CreateAsync(server);
        var (here, there) = (one.Process(), other.Process());
        await one.ImportAsync(here, "Name,Song\nAda,One\n");
        await other.ImportAsync(there, "Name,Song\nAda,One\n");

        var hash = (await one.RosterAsync(here)).Respondents[0].NameHash;

        Assert.NotEqual((await other.RosterAsync(there)).Respondents[0].NameHash, hash);
        Assert.NotEqual(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Ada"u8)), hash);
        var key = await one.Database.ScalarAsync("SELECT value FROM installation_facts WHERE name = 'survey:name-key'");
        Assert.DoesNotMatch("^[0-9A-F]{64}$", key);
        Assert.Equal(hash, (await one.RosterAsync(one.Process())).Respondents[0].NameHash);
    }

    [Fact]
    public async Task Key_ThatOpensNoMore_IsReplaced_AndRespondentsStay()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await bench.ImportAsync(bench.Process(), "Name,Song\nAda,One\n");
        var before = Assert.Single((await bench.RosterAsync(bench.Process())).Respondents);
        await bench.Database.ExecuteAsync("DELETE FROM data_protection_keys");

        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song\nAda,One\n");
        var after = Assert.Single((await bench.RosterAsync(process)).Respondents);

        Assert.Equal((before.Id, before.ShownName), (after.Id, after.ShownName));
        Assert.NotEqual(before.NameHash, after.NameHash);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Upload_OfANewerExport_KeepsRespondentsThatStayOrWereEdited(DatabaseProvider provider)
    {
        await using var bench = await SurveyBench.CreateAsync(server, provider);
        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song,Artist\nAda,One,A\nBo,Two,B\nCy,Three,C\n");
        var before = (await bench.RosterAsync(process)).Respondents;

        await bench.ImportAsync(process, "Name,Song,Artist\nAda,One,A\nBo,Zwei,B\nCy,Three,C\nDi,Four,D\n");
        var after = (await bench.RosterAsync(process)).Respondents;
        await bench.ImportAsync(process, "Name,Song,Artist\nCy,Three,C\nDi,Four,D\n");
        var fewer = (await bench.RosterAsync(process)).Respondents;

        Assert.Equal(before.Select(respondent => respondent.Id), after[..3].Select(respondent => respondent.Id));
        Assert.Equal(("Zwei", 4), (after[1].FavoriteSong, after.DistinctBy(respondent => respondent.Id).Count()));
        Assert.Equal([after[2].Id, after[3].Id], fewer.Select(respondent => respondent.Id));
    }

    [Fact]
    public async Task Roster_ReadTwice_IsTheSameListUntilSomethingChanges()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process();
        var told = 0;
        using var subscription = process.Services.GetRequiredService<SurveyChanged>().Subscribe(_ => told++);
        await bench.ImportAsync(process, "Name,Song\nAda,One\n");
        var first = await bench.RosterAsync(process);

        await bench.ImportAsync(process, "Name,Song\nAda,One\n");
        var second = await bench.RosterAsync(process);

        Assert.Equal((1, true), (told, first.Respondents == second.Respondents));
        await bench.ImportAsync(process, "Name,Song\nAda,Two\n");
        Assert.Equal((2, false), (told, first.Respondents == (await bench.RosterAsync(process)).Respondents));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Mapping_Changed_HoldsAcrossUploads_AndHashesANewNameColumnAtOnce(DatabaseProvider provider)
    {
        await using var bench = await SurveyBench.CreateAsync(server, provider);
        var process = bench.Process();
        var mappings = process.Services.GetRequiredService<SurveyMappings>();
        await bench.ImportAsync(process, "Participant,Tune,Song\nAda Lovelace,One,Other\n");
        var keys = (await mappings.ReadMappingAsync(bench.Listener, Cancellation)).Columns.Columns.ToDictionary(column => column.Header, column => column.Key, StringComparer.Ordinal);

        Assert.Null(await mappings.ChangeMappingAsync(bench.Listener, keys["Tune"], SurveyField.FavoriteSong, Cancellation));
        Assert.Null(await mappings.ChangeMappingAsync(bench.Listener, keys["Participant"], SurveyField.Name, Cancellation));
        var mapped = Assert.Single((await bench.RosterAsync(process)).Respondents);
        var stored = await bench.Database.ScalarAsync("SELECT cells FROM survey_answers");
        await bench.ImportAsync(process, "New,Participant,Tune,Song\nx,Ada Lovelace,One,Other\n");
        var again = Assert.Single((await bench.RosterAsync(process)).Respondents);

        Assert.Equal(("One", "AL"), (mapped.FavoriteSong, mapped.ShownName));
        Assert.DoesNotContain("Lovelace", stored, StringComparison.Ordinal);
        Assert.Equal((mapped.FavoriteSong, mapped.ShownName, mapped.NameHash), (again.FavoriteSong, again.ShownName, again.NameHash));
        Assert.Contains("Upload the file again", await mappings.ChangeMappingAsync(bench.Listener, keys["Participant"], SurveyField.Hometown, Cancellation), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => mappings.ChangeMappingAsync(bench.Listener, "no such", field: null, Cancellation));
    }

    [Fact]
    public async Task Hashing_SwitchedOff_KeepsNamesFromTheNextReading_AndOnHashesThemAtOnce()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process();
        var mappings = process.Services.GetRequiredService<SurveyMappings>();
        const string Text = "Name,Song\nAda Lovelace,One\n";
        await bench.ImportAsync(process, Text);

        Assert.Contains("can't be brought back", await mappings.HashNamesAsync(bench.Listener, on: false, Cancellation), StringComparison.Ordinal);
        var switched = Assert.Single((await bench.RosterAsync(process)).Respondents);
        await bench.ImportAsync(process, Text);
        var named = Assert.Single((await bench.RosterAsync(process)).Respondents);
        Assert.Null(await mappings.HashNamesAsync(bench.Listener, on: true, Cancellation));
        var hashed = Assert.Single((await bench.RosterAsync(process)).Respondents);

        Assert.Equal(("AL", "Ada Lovelace", "AL"), (switched.ShownName, named.ShownName, hashed.ShownName));
        Assert.Equal((switched.NameHash, switched.NameHash), (named.NameHash, hashed.NameHash));
        Assert.Equal("AL", await bench.Database.ScalarAsync("SELECT shown_name FROM survey_answers"));
    }

    [Fact]
    public async Task Upload_PutAside_GivesWayToTheSampleAndComesBack()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process();
        var mappings = process.Services.GetRequiredService<SurveyMappings>();
        await bench.ImportAsync(process, "Name,Song\nAda,One\n");

        await mappings.KeepUploadAsync(bench.Listener, keep: false, Cancellation);
        var aside = await bench.RosterAsync(process);
        await mappings.KeepUploadAsync(bench.Listener, keep: true, Cancellation);

        Assert.Equal((SurveySource.Sample, 50), (aside.Source, aside.Respondents.Length));
        Assert.Equal("One", Assert.Single((await bench.RosterAsync(process)).Respondents).FavoriteSong);
        await mappings.DeleteUploadAsync(bench.Listener, Cancellation);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM survey_answers"));
    }

    [Fact]
    public async Task Upload_WhileOnlyTheDemoIsThere_BelongsToAnOwnListenerAndOutlivesTheDemo()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await bench.Database.ExecuteAsync("DELETE FROM spotify_accounts; DELETE FROM listeners");
        await bench.Database.ExecuteAsync("INSERT INTO listeners (id, display_name, time_zone, time_zone_chosen, counting_rule, theme, shows_name_publicly, is_demo, created_at, plays_version, rewritten_at_version) VALUES (77, 'Demo', 'UTC', FALSE, 0, 'system', FALSE, TRUE, 0, 1, 0)");
        var process = bench.Process();
        using var content = new MemoryStream("Name,Song\nAda,One\n"u8.ToArray());

        await process.Services.GetRequiredService<SurveyImport>().ImportAsync(77, "a.csv", content, Cancellation);
        var seenBesideTheDemo = await process.Services.GetRequiredService<SurveyRosters>().ReadAsync(77, Cancellation);
        await bench.Database.ExecuteAsync("DELETE FROM listeners WHERE is_demo");

        Assert.NotEqual(77, seenBesideTheDemo.ListenerId);
        Assert.Single(seenBesideTheDemo.Respondents);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM survey_answers"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>", "web page")]
    [InlineData("", "names of the columns")]
    public async Task Upload_ThatIsNoTable_IsRefusedWithASentence(string text, string expected)
    {
        await using var bench = await SurveyBench.CreateAsync(server);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => bench.ImportAsync(bench.Process(), text));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM surveys"));
    }

    [Fact]
    public async Task Upload_CancelledInTheMiddle_LeavesTheAnswersOfBefore()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process();
        await bench.ImportAsync(process, "Name,Song\nAda,One\n");
        var text = new StringBuilder("Name,Song\n");
        for (var i = 0; i < 5000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Bo {i},Two\n");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var content = new StoppingStream(Encoding.UTF8.GetBytes(text.ToString()), stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.Services.GetRequiredService<SurveyImport>().ImportAsync(bench.Listener, "b.csv", content, stop.Token));

        Assert.Equal("One", Assert.Single((await bench.RosterAsync(process)).Respondents).FavoriteSong);
    }

    [Fact]
    public async Task Form_LikeTheRealOnes_LoadsAsItIs()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process();

        var music = await bench.ImportAsync(
            process,
            "Timestamp,\"First, we create a pseudonym for you. Which pseudonym generator would you prefer?\",What is your pseudonym?,Sex,Major,Academic Year,Year you were born (YYYY),"
            + "Which instruments do you play? (Select all that apply),Artist,Song,Link to song (on Youtube or Vimeo)\r"
            + "8/27/19 20:22,Fake band name generator,Captain Gravel,Male,Math ,Senior,1994,\"Piano, Ukulele\",Paper Lanterns,\"Rooftop\nWeather\",https://youtu.be/x\r"
            + "8/29/19 9:22,Fake rapper name generator,MC Harbour,Female,math,Junior,,,Paper Lanterns,Two Phones,\r");
        var respondents = (await bench.RosterAsync(process)).Respondents;
        var ratings = await bench.ImportAsync(
            process, "Timestamp,What was your pseudonym?,\"Paper Lanterns\tRooftop Weather\",Iron Estuary One Day\r9/2/19 23:51,Captain Gravel,3,7\r9/3/19 12:38,MC Harbour,10,1");
        var raters = (await bench.RosterAsync(process)).Respondents;

        Assert.Equal((2, 2, 0), (music.Read, music.Taken, music.Unreadable.Count));
        Assert.Equal(("CG", 25, "Math", "Senior", "Rooftop Weather"), (respondents[0].ShownName, respondents[0].Age, respondents[0].Major, respondents[0].Year, respondents[0].FavoriteSong));
        Assert.Equal(("Math", (int?)null), (respondents[1].Major, respondents[1].Age));
        Assert.Equal(["timestamp", "name", null, null], ratings.Columns.Select(column => column.Field));
        Assert.Equal([("CG", (string?)null), ("MH", null)], raters.Select(rater => (rater.ShownName, rater.FavoriteSong)));
    }
}
