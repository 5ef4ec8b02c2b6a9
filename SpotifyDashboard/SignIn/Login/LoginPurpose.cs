using System.Globalization;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>What a login to Spotify is for, where accounts are on.</summary>
/// <param name="ListenerId">Whose Spotify account it connects; null where it signs somebody in.</param>
/// <param name="InvitationCode">The invitation it takes where the Spotify account is nobody's yet; null for none.</param>
/// <param name="SetupCode">The code that makes the first account the owner's; null for none.</param>
internal sealed record LoginPurpose(int? ListenerId, string? InvitationCode, string? SetupCode = null)
{
    private const string ConnectWord = "connect";
    private const string JoinWord = "join";
    private const string SetupWord = "setup";
    private const string EnterWord = "enter";

    /// <summary>Signs in whoever's Spotify account is connected here.</summary>
    public static LoginPurpose Enter { get; } = new(ListenerId: null, InvitationCode: null);

    /// <summary>Connects a listener who has signed in.</summary>
    public static LoginPurpose Connect(int listenerId) => new(listenerId, InvitationCode: null);

    /// <summary>Makes an account with an invitation.</summary>
    public static LoginPurpose Join(string invitationCode) => new(ListenerId: null, invitationCode);

    /// <summary>Makes the owner's account, with the code that was checked before the way to Spotify and is checked again after it.</summary>
    public static LoginPurpose SetUp(string setupCode) => new(ListenerId: null, InvitationCode: null, setupCode);

    /// <summary>Reads what <see cref="ToText"/> wrote; null where it is none of it.</summary>
    public static LoginPurpose? Read(string? text) => text?.Split(' ', 2) switch
    {
        [EnterWord] => Enter,
        [JoinWord, var code] => Join(code),
        [SetupWord, var code] => SetUp(code),
        [ConnectWord, var id] when int.TryParse(id, CultureInfo.InvariantCulture, out var listener) => Connect(listener),
        _ => null,
    };

    /// <summary>As it is kept, sealed, until the browser comes back.</summary>
    public string ToText() =>
        ListenerId is { } listener ? string.Create(CultureInfo.InvariantCulture, $"{ConnectWord} {listener}")
        : InvitationCode is { } code ? $"{JoinWord} {code}"
        : SetupCode is { } setup ? $"{SetupWord} {setup}" : EnterWord;
}
