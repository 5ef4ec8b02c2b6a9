using System.Globalization;
using SpotifyDashboard.Operations;
using SpotifyDashboard.Session;
using SpotifyDashboard.Tests.SignIn.Accounts;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations;

/// <summary>For whom a command acts where there are several listeners.</summary>
public sealed class NamedListenerTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_ThatNamesAListener_ActsForThemWithWhatIsLeftOfIt()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = await bench.SetUpAsync();
        var ben = await bench.JoinAsync(olga, VisitorRole.Listener, "ben");
        await using var error = new StringWriter(CultureInfo.InvariantCulture);

        var named = await NamedListener.ReadAsync(bench.First.Services, ["import", "--listener", $"{ben.ListenerId}", "my.zip"], error, Cancellation);

        Assert.NotNull(named);
        Assert.Equal(ben.ListenerId, named.ListenerId);
        Assert.Equal(["import", "my.zip"], named.Arguments);
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData("import", "my.zip")]
    [InlineData("import", "--listener")]
    [InlineData("import", "--listener", "99", "my.zip")]
    [InlineData("import", "--listener", "ben", "my.zip")]
    public async Task Command_ThatNamesNobody_IsToldWhomThereIs(params string[] arguments)
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var olga = await bench.SetUpAsync();
        await Rows.ListenerAsync(bench.Database, isDemo: true);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Null(await NamedListener.ReadAsync(bench.First.Services, arguments, error, Cancellation));

        Assert.Equal(
            ["Say for whom: import --listener ID …", "The listeners are:", $"  {olga.ListenerId}  Olga"],
            error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Command_BeforeAnybodyIsThere_PointsToSetup()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Null(await NamedListener.ReadAsync(bench.First.Services, ["import", "--listener", "1"], error, Cancellation));

        Assert.Contains("There is no listener yet: open /setup first.", error.ToString(), StringComparison.Ordinal);
    }
}
