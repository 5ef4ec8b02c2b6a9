using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>A Google Sheet, followed while its answers arrive and its owner changes it.</summary>
public sealed class SheetFeedTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sheet_OfAForm_BecomesRespondents_InItsZone(DatabaseProvider provider)
    {
        await using var bench = await SurveyBench.CreateAsync(server, provider);
        bench.Sheets.Tabs.Add(new SheetsTab("Notes") { Rows = { new object?[] { "Anything", "else" } } });
        var tab = Form(bench);
        tab.Add(45980.351875, "Ada Lovelace", 21, "Mathematics", "Slow Ferry", "Glass Harbour", 2.5);
        tab.Add();
        tab.Add(46110.1041666667, "Bo Ek", "#N/A", "Physics");
        var process = bench.SheetProcess();

        var ledger = await bench.ReadNowAsync(process);
        Assert.Empty(bench.Sheets.Violations);
        var roster = await bench.RosterAsync(process);

        Assert.Equal((3, 2, 1, 0, true), (ledger!.Read, ledger.Taken, ledger.Empty, ledger.Malformed, ledger.Balances));
        Assert.Equal((SurveySource.GoogleSheet, "Music survey", (string?)null), (roster.Source, roster.Title, roster.Problem));
        var (ada, bo) = (roster.Respondents[0], roster.Respondents[1]);
        Assert.Equal((new DateTimeOffset(2025, 11, 19, 7, 26, 42, TimeSpan.Zero), 21, "Mathematics", "Slow Ferry", 2.5), (ada.Timestamp!.Value, ada.Age!.Value, ada.Major, ada.FavoriteSong, ada.HoursPerDay!.Value));
        Assert.Equal(((int?)null, (string?)null), (bo.Age, bo.FavoriteSong));

        // 29 March 2026, 02:30 in Berlin: an hour that the clocks left out.
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), bo.Timestamp);
    }

    [Fact]
    public async Task Answer_ThatArrives_IsAnnounced_AndOnlyItIsWritten()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var tab = Form(bench);
        tab.Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess();
        await bench.ReadNowAsync(process);
        var before = await bench.RosterAsync(process);
        var told = 0;
        using var subscription = process.Services.GetRequiredService<SurveyChanged>().Subscribe(_ => told++);

        var unchanged = await bench.ReadNowAsync(process);
        Assert.Equal((0, true), (told, (await bench.RosterAsync(process)).Respondents == before.Respondents));
        tab.Add(45980.40, "Bo", 22, "Physics", "Two", "Band", 3);
        var grown = await bench.ReadNowAsync(process);

        Assert.Equal((0, 0, 0), (unchanged!.Added, unchanged.Changed, unchanged.Removed));
        Assert.Equal((1, 0, 0, 1), (grown!.Added, grown.Changed, grown.Removed, told));
        Assert.Equal(before.Respondents[0].Id, (await bench.RosterAsync(process)).Respondents[0].Id);
        Assert.Equal(1, bench.Sheets.Account.Given);
    }

    [Fact]
    public async Task Sheet_OfMoreThanAThousandRows_IsReadInPages()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var tab = Form(bench);
        tab.GridRows = 3000;
        for (var i = 0; i < 2500; i++)
        {
            tab.Add(45980.0 + (i / 1000.0), $"Person {i}", 20, "Physics", $"Song {i}", "Band", 1);
        }

        var ledger = await bench.ReadNowAsync(bench.SheetProcess());

        Assert.Equal((2500, 2500), (ledger!.Read, ledger.Taken));
        Assert.Empty(bench.Sheets.Violations);
    }

    [Fact]
    public async Task Reading_ThatIsRefused_KeepsTheAnswers_AndSaysWhatMendsIt()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench).Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess();
        await bench.ReadNowAsync(process);

        bench.Sheets.IsShared = false;
        Assert.Null(await bench.ReadNowAsync(process));
        var unshared = await bench.RosterAsync(process);
        (bench.Sheets.IsShared, bench.Sheets.IsEnabled) = (true, false);
        await bench.ReadNowAsync(process);
        var switchedOff = await bench.RosterAsync(process);
        bench.Sheets.IsEnabled = true;
        await bench.ReadNowAsync(process);

        Assert.Contains("Share the sheet", unshared.Problem, StringComparison.Ordinal);
        Assert.Contains("The caller does not have permission", unshared.Problem, StringComparison.Ordinal);
        Assert.Contains("Since 2026-11-19", unshared.Problem, StringComparison.Ordinal);
        Assert.Contains("Next try at", unshared.Problem, StringComparison.Ordinal);
        Assert.Single(unshared.Respondents);
        Assert.Contains("switched off", switchedOff.Problem, StringComparison.Ordinal);
        Assert.Null((await bench.RosterAsync(process)).Problem);
    }

    [Fact]
    public async Task Sheet_OfAnotherId_SaysWhichSettingToCheck()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench);
        var process = bench.Process(
            new KeyValuePair<string, string?>("Survey:SheetId", "another"),
            new KeyValuePair<string, string?>("Survey:ServiceAccountPath", bench.KeyFile),
            new KeyValuePair<string, string?>("Survey:SheetsUrl", bench.Sheets.Url));

        await bench.ReadNowAsync(process);

        Assert.Contains("Survey:SheetId", (await bench.RosterAsync(process)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_ThatAsksToWait_IsAskedAgainAfterTheWait()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench).Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        bench.Sheets.Faults.Next(2, Fault.Answer(429, retryAfter: TimeSpan.FromSeconds(2)), FakeSheets.SheetId);
        var process = bench.SheetProcess();

        Assert.NotNull(await bench.ReadNowAsync(process));

        Assert.Single((await bench.RosterAsync(process)).Respondents);
    }

    [Theory]
    [InlineData(FaultBody.Garbage)]
    [InlineData(FaultBody.Html)]
    [InlineData(FaultBody.TruncatedJson)]
    public async Task Sheet_ThatAnswersNonsense_KeepsTheAnswers(FaultBody body)
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench).Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess();
        await bench.ReadNowAsync(process);

        bench.Sheets.Faults.Always(Fault.Spoil(body), request => request.Method == "GET");
        Assert.Null(await bench.ReadNowAsync(process));

        var roster = await bench.RosterAsync(process);
        Assert.Single(roster.Respondents);
        Assert.NotNull(roster.Problem);
    }

    [Fact]
    public async Task Tab_RenamedBetweenTwoCalls_IsFoundAgain_AndItIsSaid()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var tab = Form(bench);
        tab.Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess(new KeyValuePair<string, string?>("Survey:Range", "'Form Responses 1'!A:G"));
        await bench.ReadNowAsync(process);
        Assert.Null((await bench.RosterAsync(process)).Problem);

        bench.Sheets.BeforeValues = () => (tab.Title, bench.Sheets.BeforeValues) = ("Ada's answers", null);
        var ledger = await bench.ReadNowAsync(process);

        Assert.Equal((1, 0), (ledger!.Taken, ledger.Changed));
        Assert.Contains("Ada's answers", (await bench.RosterAsync(process)).Problem, StringComparison.Ordinal);
        Assert.Empty(bench.Sheets.Violations);
    }

    [Fact]
    public async Task Token_ThatRanOut_IsReplaced_AndAWrongKeySaysSo()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench).Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess();
        await bench.ReadNowAsync(process);

        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.ReadNowAsync(process);
        Assert.Equal(2, bench.Sheets.Account.Given);
        bench.Sheets.Account.Revoke();
        Assert.NotNull(await bench.ReadNowAsync(process));
        Assert.Equal(3, bench.Sheets.Account.Given);

        using var other = RSA.Create(2048);
        await File.WriteAllTextAsync(bench.KeyFile, bench.Sheets.Account.KeyFile(bench.Sheets.TokenUri, other), Cancellation);
        var stranger = bench.SheetProcess();
        Assert.Null(await bench.ReadNowAsync(stranger));
        Assert.Contains("Invalid JWT Signature", (await bench.RosterAsync(stranger)).Problem, StringComparison.Ordinal);
        Assert.Empty(bench.Sheets.Violations);
    }

    [Fact]
    public async Task Sheet_NotDueYet_IsReadByOneProcessOnly_AndNotBehindAnUpload()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        Form(bench).Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var process = bench.SheetProcess();
        var store = process.Services.GetRequiredService<SpotifyDashboard.Survey.Sources.SurveyStore>();
        var until = bench.Time.GetUtcNow().AddMinutes(1);

        Assert.True(await store.ClaimAsync(bench.Listener, SurveySource.GoogleSheet, until, isAskedFor: false, Cancellation));
        Assert.False(await store.ClaimAsync(bench.Listener, SurveySource.GoogleSheet, until, isAskedFor: false, Cancellation));
        Assert.True(await store.ClaimAsync(bench.Listener, SurveySource.GoogleSheet, until, isAskedFor: true, Cancellation));
        await bench.ImportAsync(process, "Name,Song\nBo,Two\n");
        Assert.Null(await bench.ReadNowAsync(process));
        Assert.Equal("Two", Assert.Single((await bench.RosterAsync(process)).Respondents).FavoriteSong);
    }

    [Fact]
    public async Task Answer_ReadByAnotherProcess_IsToldToThePagesOfThisOne()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var tab = Form(bench);
        tab.Add(45980.35, "Ada", 21, "Mathematics", "One", "Band", 2);
        var (reader, other) = (bench.SheetProcess(), bench.SheetProcess());
        await bench.ReadNowAsync(reader);
        var store = other.Services.GetRequiredService<SpotifyDashboard.Survey.Sources.SurveyStore>();
        var told = 0;
        using var subscription = other.Services.GetRequiredService<SurveyChanged>().Subscribe(_ => told++);

        await store.NoticeOthersAsync(bench.Listener, SurveySource.GoogleSheet, Cancellation);
        await store.NoticeOthersAsync(bench.Listener, SurveySource.GoogleSheet, Cancellation);
        Assert.Equal(0, told);
        tab.Add(45980.40, "Bo", 22, "Physics", "Two", "Band", 3);
        await bench.ReadNowAsync(reader);
        await store.NoticeOthersAsync(bench.Listener, SurveySource.GoogleSheet, Cancellation);

        Assert.Equal((1, 2), (told, (await bench.RosterAsync(other)).Respondents.Length));
    }

    [Fact]
    public async Task PublishedCsv_IsReadThroughItsRedirect_AndALoginPageIsTold()
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        await using var csv = await FakePublishedCsv.StartAsync(bench.Time, Cancellation);
        csv.Csv = "Timestamp,Name,Song\r\n27.08.2019 20:22:00,Ada,One\r\n";
        var process = bench.Process(new KeyValuePair<string, string?>("Survey:CsvUrl", csv.Url));

        await bench.ReadNowAsync(process);
        var read = await bench.RosterAsync(process);
        csv.IsPrivate = true;
        await bench.ReadNowAsync(process);
        var locked = await bench.RosterAsync(process);

        Assert.Equal((SurveySource.PublishedCsv, "One"), (read.Source, Assert.Single(read.Respondents).FavoriteSong));
        Assert.Contains("web page", locked.Problem, StringComparison.Ordinal);
        Assert.Single(locked.Respondents);
        Assert.Empty(csv.Violations);
    }

    private static SheetsTab Form(SurveyBench bench)
    {
        var tab = new SheetsTab("Form Responses 1");
        tab.Add("Timestamp", "Name", "Age", "Major", "Favorite song", "Artist", "Hours per day");
        bench.Sheets.Tabs.Add(tab);
        return tab;
    }
}
