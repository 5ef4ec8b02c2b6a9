namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>A deletion that was asked for.</summary>
/// <param name="Number">The number of its receipt.</param>
/// <param name="Receipt">Where the receipt is shown.</param>
internal sealed record DeletionAnswer(string Number, string Receipt)
{
    public const string Example =
        """
        { "number": "20261121-7F3K9A2C4H5M6P8R", "receipt": "/receipts/20261121-7F3K9A2C4H5M6P8R" }
        """;
}
