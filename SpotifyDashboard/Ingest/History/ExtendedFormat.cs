using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Extended streaming history: <c>Streaming_History_Audio_*</c>, <c>…_Video_*</c>, <c>endsong_*</c>, <c>endvideo_*</c>, and our own export.</summary>
internal class ExtendedFormat : HistoryFormat
{
    private static readonly string[] s_names = ["Streaming_History_Audio", "Streaming_History_Video", "endsong", "endvideo"];

    /// <inheritdoc/>
    public override string Kind => "extended";

    /// <inheritdoc/>
    protected override Source Source => Source.ExtendedExport;

    /// <inheritdoc/>
    public override bool Recognizes(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return (head.Values.ContainsKey("ts") && head.Values.ContainsKey("ms_played"))
            || (head.Values.Count == 0
                && head.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && s_names.Any(name => head.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <inheritdoc/>
    public override IHistoryReader CreateReader(RowRules rules) => new JsonHistoryReader(new ExtendedRowParser(rules));
}
