using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>Who gets an account, and what each code is good for.</summary>
public sealed class EnrolmentTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SetupCode_UsedByTwoAtOnce_MakesOneOwner(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var code = await bench.Get<SetupCode>().ReadAsync(Cancellation);
        Enrolment[] processes = [bench.Enrolment, bench.Process().Services.GetRequiredService<Enrolment>()];

        var made = await Task.WhenAll(processes.Select((enrolment, i) => TryAsync(() => enrolment.SetUpAsync(code, New($"owner{i}"), Cancellation))));

        var owner = Assert.Single(await bench.Directory.ListAsync(Cancellation));
        Assert.Equal(VisitorRole.Owner, owner.Role);
        Assert.Single(made, account => account is not null);
        Assert.Null(await TryAsync(() => bench.Enrolment.SetUpAsync(code, New("late"), Cancellation)));
    }

    [Fact]
    public async Task SetupCode_OfAnotherProcess_IsTheSameAndForgivesCaseAndDashes()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var code = await bench.Get<SetupCode>().ReadAsync(Cancellation);
        var other = bench.Process().Services.GetRequiredService<SetupCode>();

        Assert.Equal(code, await other.ReadAsync(Cancellation));
        Assert.True(await other.IsRightAsync($" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ", Cancellation));
        Assert.False(await other.IsRightAsync(code[..^1], Cancellation));
        Assert.False(await other.IsRightAsync("", Cancellation));
        Assert.True(await bench.Process(new KeyValuePair<string, string?>("Access:SetupCode", "from the settings")).Services.GetRequiredService<SetupCode>().IsRightAsync("From the Settings", Cancellation));
    }

    [Fact]
    public async Task Setup_OfADashboardThatHadOneListener_GivesTheOwnerTheirHistory()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var before = await bench.Database.Listeners.GetOrCreateOwnAsync(Cancellation); // as in Local mode

        var olga = await bench.SetUpAsync();

        Assert.Equal(before, olga.ListenerId);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Invitation_TakenByManyAtOnce_MakesOneAccount(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var olga = await bench.SetUpAsync();
        var invitation = await bench.Invitations.CreateAsync(AccountsBench.VisitorOf(olga), VisitorRole.Listener, days: 7, note: "for Ben", Cancellation);

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => TryAsync(() => bench.Enrolment.JoinAsync(invitation.Code, New($"ben{i}"), Cancellation))));

        var ben = Assert.Single(made, account => account is not null);
        Assert.NotEqual(olga.ListenerId, ben?.ListenerId);
        Assert.Equal(2, (await bench.Directory.ListAsync(Cancellation)).Count);
        Assert.Equal("2", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
        Assert.NotNull(Assert.Single(await bench.Invitations.ListAsync(AccountsBench.VisitorOf(olga), Cancellation)).UsedAt);
    }

    [Fact]
    public async Task Invitation_WithdrawnOrOverOrWhileTheDoorIsClosed_OpensNothing()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = AccountsBench.VisitorOf(await bench.SetUpAsync());
        var withdrawn = await bench.Invitations.CreateAsync(olga, VisitorRole.Guest, days: 7, note: null, Cancellation);
        await bench.Invitations.RevokeAsync(olga, withdrawn.Invitation.Id, Cancellation);
        var over = await bench.Invitations.CreateAsync(olga, VisitorRole.Guest, days: 1, note: null, Cancellation);
        bench.Time.Advance(TimeSpan.FromDays(1));
        var good = await bench.Invitations.CreateAsync(olga, VisitorRole.Guest, days: 7, note: null, Cancellation);
        await bench.Get<Admission>().SetAsync(isOpen: false, Cancellation);

        foreach (var code in new[] { withdrawn.Code, over.Code, good.Code, "", new string('A', 43) })
        {
            Assert.Null(await TryAsync(() => bench.Enrolment.JoinAsync(code, New("gus"), Cancellation)));
        }

        await bench.Get<Admission>().SetAsync(isOpen: true, Cancellation);
        Assert.Equal(olga.ListenerId, (await bench.Enrolment.JoinAsync(good.Code, New("gus"), Cancellation)).ListenerId);
    }

    [Fact]
    public async Task Inviting_ByRole_GivesListenersGuestsOnlyAndGuestsNobody()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = await bench.SetUpAsync();
        var ben = AccountsBench.VisitorOf(await bench.JoinAsync(olga, VisitorRole.Listener, "ben"));
        var gus = AccountsBench.VisitorOf(await bench.JoinAsync(olga, VisitorRole.Guest, "gus"));

        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Invitations.CreateAsync(ben, VisitorRole.Listener, 7, null, Cancellation));
        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Invitations.CreateAsync(ben, VisitorRole.Owner, 7, null, Cancellation));
        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Invitations.CreateAsync(gus, VisitorRole.Guest, 7, null, Cancellation));
        var own = await bench.Invitations.CreateAsync(ben, VisitorRole.Guest, 7, null, Cancellation);

        Assert.Equal(ben.ListenerId, own.Invitation.ListenerId);
        Assert.Equal([own.Invitation.Id], (await bench.Invitations.ListAsync(ben, Cancellation)).Select(one => one.Id));
        Assert.Equal(3, (await bench.Invitations.ListAsync(AccountsBench.VisitorOf(olga), Cancellation)).Count);
        Assert.False(await bench.Invitations.RevokeAsync(gus, own.Invitation.Id, Cancellation));
    }

    [Theory]
    [InlineData("OLGA", AccountsBench.Password)]
    [InlineData(" olga ", AccountsBench.Password)]
    [InlineData("ｏｌｇａ", AccountsBench.Password)]
    [InlineData("a", AccountsBench.Password)]
    [InlineData("two words", AccountsBench.Password)]
    [InlineData("fine", "short")]
    [InlineData("fine", "aaaaaaaaaaaaaaaa")]
    [InlineData("heron", "a heron by the lake")]
    public async Task Names_ThatAreTakenOrCannotBeHadAndWeakPasswords_AreRefusedAndTheInvitationStaysGood(string name, string password)
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = AccountsBench.VisitorOf(await bench.SetUpAsync());
        var invitation = await bench.Invitations.CreateAsync(olga, VisitorRole.Listener, 7, null, Cancellation);

        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Enrolment.JoinAsync(invitation.Code, new NewAccount("X", name, password), Cancellation));

        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM listeners"));
        Assert.NotNull(await bench.Invitations.FindAsync(invitation.Code, Cancellation));
    }

    [Fact]
    public void Name_OfHalfASurrogatePair_IsNobodys() => Assert.Equal("", LoginNames.Normalise("\ud800\ud800\ud800"));

    [Fact]
    public async Task LastOwner_ClosedOrMadeAListener_StaysOwnerUntilThereIsAnother()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = await bench.SetUpAsync();
        var ben = await bench.JoinAsync(olga, VisitorRole.Listener, "ben");

        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Directory.SetClosedAsync(olga.Id, isClosed: true, Cancellation));
        await Assert.ThrowsAsync<AccountRefusedException>(() => bench.Directory.ChangeRoleAsync(olga.Id, VisitorRole.Listener, Cancellation));
        await bench.Directory.ChangeRoleAsync(ben.Id, VisitorRole.Owner, Cancellation);
        await bench.Directory.ChangeRoleAsync(olga.Id, VisitorRole.Listener, Cancellation);

        Assert.Equal(VisitorRole.Listener, (await bench.Directory.FindAsync(olga.Id, Cancellation))?.Role);
    }

    [Fact]
    public async Task Password_HashedInAnOlderWay_IsHashedAnewWhenItIsUsed()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await bench.SetUpAsync();
        var older = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2 }));
        var oldHash = older.HashPassword(new object(), AccountsBench.Password);
        await bench.Database.ExecuteAsync($"UPDATE accounts SET password_hash = '{oldHash}'");

        Assert.Null(await bench.Directory.FindByPasswordAsync("olga", "not the password", Cancellation));
        Assert.Equal(oldHash, await bench.Database.ScalarAsync("SELECT password_hash FROM accounts"));
        Assert.NotNull(await bench.Directory.FindByPasswordAsync("Olga", AccountsBench.Password, Cancellation));

        Assert.NotEqual(oldHash, await bench.Database.ScalarAsync("SELECT password_hash FROM accounts"));
        Assert.NotNull(await bench.Directory.FindByPasswordAsync("olga", AccountsBench.Password, Cancellation));
    }

    private static NewAccount New(string name) => new(name, name, AccountsBench.Password);

    private static async Task<Account?> TryAsync(Func<Task<Account>> make)
    {
        try
        {
            return await make();
        }
        catch (AccountRefusedException)
        {
            return null;
        }
    }
}
