using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>Processes of the program with accounts, on a database and a clock of the test's own; none is started.</summary>
internal sealed class AccountsBench : IAsyncDisposable
{
    public const string Password = "seven small grey herons";

    private AccountsBench(TestDatabase database)
    {
        Database = database;
        First = Process();
    }

    public TestDatabase Database { get; }

    public DrivenTime Time { get; } = new();

    public IHost First { get; }

    public AccountDirectory Directory => Get<AccountDirectory>();

    public Enrolment Enrolment => Get<Enrolment>();

    public Invitations Invitations => Get<Invitations>();

    public SessionStore Sessions => Get<SessionStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AccountsBench> CreateAsync(PostgresServer server, DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        new(await TestDatabase.CreateAsync(provider, server));

    /// <summary>Another process on the same database.</summary>
    public IHost Process(params KeyValuePair<string, string?>[] settings) => Database.Process(
        services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddAccess();
        },
        [new("Access:Mode", "Accounts"), .. settings]);

    public T Get<T>()
        where T : notnull => First.Services.GetRequiredService<T>();

    public static Visitor VisitorOf(Account account) => new(account.Id, account.ListenerId, account.Role, account.DisplayName);

    public async Task<Account> SetUpAsync() =>
        await Enrolment.SetUpAsync(await Get<SetupCode>().ReadAsync(Cancellation), new NewAccount("Olga", "olga", Password), Cancellation);

    public async Task<Account> JoinAsync(Account inviter, VisitorRole role, string name)
    {
        var invitation = await Invitations.CreateAsync(VisitorOf(inviter), role, days: 7, note: null, Cancellation);
        return await Enrolment.JoinAsync(invitation.Code, new NewAccount(name, name, Password), Cancellation);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
