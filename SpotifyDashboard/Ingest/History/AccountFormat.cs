using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Account data: <c>StreamingHistory_music_*</c>, <c>…_podcast_*</c>, <c>…_audiobook_*</c>, and <c>StreamingHistory0</c> of before 2023.</summary>
internal sealed class AccountFormat : HistoryFormat
{
    /// <inheritdoc/>
    public override string Kind => "account";

    /// <inheritdoc/>
    protected override Source Source => Source.AccountExport;

    /// <inheritdoc/>
    protected override bool CountsOccurrences => true;

    /// <inheritdoc/>
    public override bool Recognizes(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return (head.Values.ContainsKey("endTime") && head.Values.ContainsKey("msPlayed"))
            || (head.Values.Count == 0
                && head.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && head.Name.StartsWith("StreamingHistory", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override IHistoryReader CreateReader(RowRules rules) => new JsonHistoryReader(new AccountRowParser(rules));
}
