namespace SpotifyDashboard.Operations.People;

/// <summary>A deletion in the owner's list. Times are UTC.</summary>
/// <param name="Number">The receipt's number.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="DeletedAt">When the rows were deleted; null until then.</param>
/// <param name="DoneAt">When all was done; null until then.</param>
/// <param name="Checksum">SHA-256 of the receipt; null until then.</param>
internal sealed record ReceiptAnswer(string Number, DateTimeOffset AskedAt, DateTimeOffset? DeletedAt, DateTimeOffset? DoneAt, string? Checksum)
{
    public const string Example =
        """
        [ { "number": "20261121-7F3K9A2C4H5M6P8R", "askedAt": "2026-11-21T18:40:00.000Z", "deletedAt": "2026-11-21T18:40:01.000Z", "doneAt": "2026-11-21T18:40:01.000Z",
            "checksum": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } ]
        """;
}
