using SpotifyDashboard.Providers.Mail;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.Mail;

/// <summary>Letters handed to a mail server over real sockets.</summary>
public sealed class SmtpMailerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letter_OverStartTlsWithALogin_ArrivesWholeInBothForms()
    {
        await using var bench = MailerBench.WithAccount();
        var mailer = await bench.MailerAsync();

        await mailer.SendAsync(MailerBench.Letter, Cancellation);

        var taken = Assert.Single(bench.Server.Letters);
        Assert.Equal(("dash@example.org", "you@example.org", MailerBench.User, true), (taken.From, taken.To, taken.User, taken.IsEncrypted));
        Assert.Equal(MailerBench.Letter.Subject, taken.Mime.Subject);
        Assert.Equal(MailerBench.Letter.Text.ReplaceLineEndings(), taken.Mime.Text.ReplaceLineEndings());
        Assert.Equal(MailerBench.Letter.Html.ReplaceLineEndings(), taken.Mime.Html.ReplaceLineEndings());
        Assert.Equal("<abc.def@example.org>", taken.Mime.Headers["message-id"]);
        Assert.Equal("auto-generated", taken.Mime.Headers["auto-submitted"]);
        Assert.Equal("Dashboard <dash@example.org>", taken.Mime.Headers["from"].Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal($"<{MailerBench.Letter.Unsubscribe}>", taken.Mime.Headers["list-unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", taken.Mime.Headers["list-unsubscribe-post"]);
        Assert.Empty(bench.Server.Violations);
        Assert.False(bench.States.Of(SmtpMailer.Service).IsFailing);
    }

    [Fact]
    public async Task Letter_ToAServerOfThisMachine_NeedsNoEncryption_AndPromisesNoClickThatCantReachIt()
    {
        await using var bench = MailerBench.Plain();
        var mailer = await bench.MailerAsync(static options => options.StartTls = null);

        await mailer.SendAsync(MailerBench.Letter with { Unsubscribe = new Uri("http://127.0.0.1:5080/mail/unsubscribe?token=x") }, Cancellation);

        var taken = Assert.Single(bench.Server.Letters);
        Assert.Equal((false, (string?)null), (taken.IsEncrypted, taken.User));
        Assert.Equal("<http://127.0.0.1:5080/mail/unsubscribe?token=x>", taken.Mime.Headers["list-unsubscribe"]);
        Assert.False(taken.Mime.Headers.ContainsKey("list-unsubscribe-post"));
        Assert.Empty(bench.Server.Violations);
    }

    [Theory]
    [InlineData("CONNECT", "421 4.3.2 Come later, you@example.org", MailProblem.Busy)]
    [InlineData("MAIL", "451 4.7.1 Greylisted", MailProblem.Busy)]
    [InlineData("MAIL", "553 5.7.1 <dash@example.org>: not owned by you", MailProblem.Refused)]
    [InlineData("RCPT", "450 4.2.1 <you@example.org>: try again", MailProblem.Busy)]
    [InlineData("RCPT", "550 5.1.1 <you@example.org>: no such user", MailProblem.Recipient)]
    [InlineData("DATA", "554 5.5.1 No valid recipients", MailProblem.Refused)]
    [InlineData(".", "451 4.3.0 Queue full", MailProblem.Busy)]
    [InlineData(".", "550 5.7.1 Looks like junk from dash@example.org", MailProblem.Refused)]
    [InlineData(".", "552 5.3.4 Too large", MailProblem.Refused)]
    public async Task Refusal_InNumbers_IsOneSentence_NamesNoAddress_AndMeansThatItDidNotArrive(string point, string answer, MailProblem problem)
    {
        await using var bench = MailerBench.WithAccount();
        bench.Server.Next(point, MailFault.Say(answer));

        var failure = await bench.FailAsync();

        Assert.Equal((problem, false), (failure.Problem, failure.MayHaveArrived));
        Assert.DoesNotContain("@", failure.Message, StringComparison.Ordinal);
        Assert.Contains(answer.Split(' ')[1], failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, bench.States.Of(SmtpMailer.Service).LastFailure);
        Assert.Empty(bench.Server.Letters);
    }

    [Theory]
    [InlineData("CONNECT", MailProblem.Broken)]
    [InlineData("EHLO", MailProblem.Broken)]
    [InlineData("RCPT", MailProblem.Broken)]
    [InlineData("DATA", MailProblem.Broken)]
    [InlineData(".", MailProblem.Unclear)]
    public async Task Connection_ThatIsCut_SaysWhetherTheServerMayHaveTheLetter(string point, MailProblem problem)
    {
        await using var bench = MailerBench.Plain();
        bench.Server.Next(point, MailFault.Drop);

        var failure = await bench.FailAsync();

        Assert.Equal(problem, failure.Problem);
        Assert.Equal(point == ".", failure.MayHaveArrived);
    }

    [Theory]
    [InlineData("CONNECT", false)]
    [InlineData("MAIL", false)]
    [InlineData(".", true)]
    public async Task Server_ThatFallsSilent_IsGivenUpAfterHalfAMinute(string point, bool mayHaveArrived)
    {
        await using var bench = MailerBench.Plain();
        bench.Server.Next(point, MailFault.Stall);
        var mailer = await bench.MailerAsync();
        var sending = mailer.SendAsync(MailerBench.Letter, Cancellation);
        await bench.HeardAsync($"stalled at {point}");

        bench.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(sending.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(mayHaveArrived, (await Assert.ThrowsAsync<MailException>(() => sending)).MayHaveArrived);
    }

    [Fact]
    public async Task Cancellation_BeforeTheServerHasTheLetter_IsOne_AndAfterItIsUnclear()
    {
        await using var bench = MailerBench.Plain();
        var mailer = await bench.MailerAsync();
        bench.Server.Next("RCPT", MailFault.Stall);
        using (var early = new CancellationTokenSource())
        {
            var sending = mailer.SendAsync(MailerBench.Letter, early.Token);
            await bench.HeardAsync("stalled at RCPT");
            await early.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        }

        bench.Server.Next(".", MailFault.Stall);
        using var late = new CancellationTokenSource();
        var handed = mailer.SendAsync(MailerBench.Letter, late.Token);
        await bench.HeardAsync("stalled at .");
        await late.CancelAsync();

        Assert.True((await Assert.ThrowsAsync<MailException>(() => handed)).MayHaveArrived);
    }

    [Theory]
    [InlineData("unknown authority")]
    [InlineData("another name")]
    [InlineData("run out")]
    public async Task Certificate_ThatDoesNotVerify_IsAPlainError_AndNothingIsTold(string what)
    {
        var identity = what switch
        {
            "another name" => MailIdentity.Create("mail.example.org"),
            "run out" => MailIdentity.Create(isOver: true),
            _ => MailIdentity.Create(),
        };
        await using var bench = MailerBench.WithAccount(identity);

        var failure = await bench.FailAsync(options => options.CertificateAuthority = what == "unknown authority" ? "" : options.CertificateAuthority);

        Assert.Equal(MailProblem.Insecure, failure.Problem);
        Assert.Contains("Mail:CertificateAuthority", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["EHLO", "STARTTLS"], bench.Server.Commands);
    }

    [Fact]
    public async Task Authority_OfOneMailer_IsNotTrustedByAnother()
    {
        await using var own = MailerBench.WithAccount();
        await using var other = MailerBench.WithAccount();
        await (await own.MailerAsync()).SendAsync(MailerBench.Letter, Cancellation);

        var failure = await other.FailAsync(static options => options.CertificateAuthority = "");

        Assert.Equal(MailProblem.Insecure, failure.Problem);
    }

    [Fact]
    public async Task Server_WithoutStartTls_IsNotToldThePassword()
    {
        await using var bench = MailerBench.Plain();

        var failure = await bench.FailAsync(static options => (options.StartTls, options.User, options.Password) = (true, MailerBench.User, MailerBench.Password));

        Assert.Equal(MailProblem.Insecure, failure.Problem);
        Assert.Contains("STARTTLS", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["EHLO"], bench.Server.Commands);
    }

    [Theory]
    [InlineData("wrong", "did not accept Mail:User and Mail:Password")]
    [InlineData("", "set Mail:User and Mail:Password")]
    public async Task Login_ThatIsRefusedOrMissing_NamesTheSettings(string password, string expected)
    {
        await using var bench = MailerBench.WithAccount();

        var failure = await bench.FailAsync(options => (options.User, options.Password) = (password.Length > 0 ? MailerBench.User : "", password));

        Assert.Equal(MailProblem.LogIn, failure.Problem);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Letters);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsNamedWithItsPort()
    {
        await using var bench = MailerBench.Plain();
        var gone = FakeMailServer.Start();
        var port = gone.Port;
        await gone.DisposeAsync();

        var failure = await bench.FailAsync(options => options.Port = port);

        Assert.Equal(MailProblem.Unreachable, failure.Problem);
        Assert.Contains($"localhost can't be reached at port {port}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("you@example.org\r\nBcc: all@example.org", "Fine", "id@example.org")]
    [InlineData("you@example.org, other@example.org", "Fine", "id@example.org")]
    [InlineData("you@example.org", "Fine\r\nBcc: all@example.org", "id@example.org")]
    [InlineData("you@example.org", "Fine\nX: y", "id@example.org")]
    [InlineData("you@example.org", "Fine", "id@example.org>\r\nX: y")]
    [InlineData("you@example.org", "Fine", "id>@example.org")]
    public async Task Header_ThatWouldBecomeAnother_IsRefused_BeforeTheServerIsCalled(string to, string subject, string messageId)
    {
        await using var bench = MailerBench.Plain();
        var mailer = await bench.MailerAsync();

        var failure = await Assert.ThrowsAsync<MailException>(() => mailer.SendAsync(MailerBench.Letter with { To = to, Subject = subject, MessageId = messageId }, Cancellation));

        Assert.Equal(MailProblem.Unusable, failure.Problem);
        Assert.DoesNotContain("@", failure.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Commands);
    }
}
