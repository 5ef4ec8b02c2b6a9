using Microsoft.Extensions.Options;
using SpotifyDashboard.Operations;

namespace SpotifyDashboard.Tests.Operations;

public sealed class StartFailureTests
{
    [Fact]
    public async Task ToSentence_ImpossibleSetting_IsOneSentenceAndExitCode1()
    {
        using var errors = new StringWriter();

        var code = await StartFailure.ToSentenceAsync(() => throw new OptionsValidationException("Access", typeof(string), ["Access:Mode must be Local."]), errors);

        Assert.Equal((1, "Access:Mode must be Local." + Environment.NewLine), (code, errors.ToString()));
    }

    [Fact]
    public async Task ToSentence_ProgramRan_HandsItsExitCodeOn()
    {
        Assert.Equal(2, await StartFailure.ToSentenceAsync(() => Task.FromResult(2), TextWriter.Null));
    }

    [Fact]
    public async Task ToSentence_MistakeInTheProgram_IsNotHidden()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => StartFailure.ToSentenceAsync(() => throw new NotSupportedException(), TextWriter.Null));
    }
}
