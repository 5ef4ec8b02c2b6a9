using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.SignIn.Terminal;

/// <summary>Words for a terminal: names and messages come from outside and may hold characters that steer one.</summary>
internal static class TerminalWords
{
    /// <summary>The failure and what can be done about it, in one line.</summary>
    public static string Of(LoginException exception) => Plain(exception.Hint is null ? exception.Message : $"{exception.Message} {exception.Hint}");

    /// <summary>The text without control characters.</summary>
    public static string Plain(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));
}
