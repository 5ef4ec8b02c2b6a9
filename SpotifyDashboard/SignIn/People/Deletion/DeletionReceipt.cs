using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>What was deleted, when, and what is left; nothing in it says whose it was.</summary>
/// <param name="Number">Its number.</param>
/// <param name="AskedAt">When the deletion was asked for (UTC).</param>
/// <param name="DeletedAt">When the rows were deleted (UTC).</param>
/// <param name="AskedBy"><c>listener</c>, <c>guest</c> or <c>owner</c>.</param>
/// <param name="Deleted">Rows by table; tables without any are left out.</param>
/// <param name="Files">Uploaded files that were deleted.</param>
/// <param name="Remains">What is left, in sentences.</param>
internal sealed record DeletionReceipt(
    string Number,
    DateTimeOffset AskedAt,
    DateTimeOffset DeletedAt,
    string AskedBy,
    IReadOnlyList<DeletedRows> Deleted,
    int Files,
    IReadOnlyList<string> Remains)
{
    /// <summary>What is left of everybody who was deleted.</summary>
    public static IReadOnlyList<string> Left { get; } =
    [
        "This receipt. It says nothing about who you were.",
        "Copies of the whole database that were made before, until they are overwritten by newer ones. Ask whoever runs this dashboard how long they keep them.",
        "What Spotify itself knows of you. There you can also take away the dashboard's access: spotify.com/account/apps.",
    ];

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The receipt as it is stored, and as its checksum is taken.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_json);

    public static DeletionReceipt Parse(string json) =>
        JsonSerializer.Deserialize<DeletionReceipt>(json, s_json) ?? throw new FormatException("A stored receipt is empty.");

    /// <summary>SHA-256 of a stored receipt, hexadecimal.</summary>
    public static string ChecksumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>The receipt in plain words.</summary>
    /// <param name="checksum">What vouches for it.</param>
    public string ToText(string checksum)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Receipt {Number}\n\nAsked for {Moment(AskedAt)}, deleted {Moment(DeletedAt)}.\n\nDeleted for good:\n");
        foreach (var rows in Deleted)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rows.Rows,12:N0}  {rows.What}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Files,12:N0}  uploaded files\n\nWhat is left:\n");
        foreach (var sentence in Remains)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {sentence}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nSHA-256 of this receipt as JSON: {checksum}\n").ToString();
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
