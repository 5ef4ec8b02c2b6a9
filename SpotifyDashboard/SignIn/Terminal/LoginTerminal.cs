namespace SpotifyDashboard.SignIn.Terminal;

/// <summary>Where the login command reads and writes.</summary>
/// <param name="Input">What is pasted, line by line.</param>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">What went wrong, and with <c>--print</c> all words, so that the output is the token alone.</param>
internal sealed record LoginTerminal(TextReader Input, TextWriter Output, TextWriter Error);
