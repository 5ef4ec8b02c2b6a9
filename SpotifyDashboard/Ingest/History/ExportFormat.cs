namespace SpotifyDashboard.Ingest.History;

/// <summary>Our own export: the extended form with one more key, which its first row has in any case.</summary>
internal sealed class ExportFormat : ExtendedFormat
{
    /// <summary>Its name in ledgers.</summary>
    public const string Name = "export";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override bool Recognizes(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Values.ContainsKey(OwnNames.Key) && base.Recognizes(head);
    }
}
