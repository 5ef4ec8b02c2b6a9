using SpotifyDashboard.Providers.GoogleSheets;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Reads the answers of a form from a CSV that is published on the web.</summary>
internal sealed class CsvSource(PublishedCsvClient client)
{
    /// <summary>The whole survey.</summary>
    /// <exception cref="Providers.Http.ProviderException">It can't be read; the message says what mends it.</exception>
    /// <exception cref="SurveyException">There is no table in it.</exception>
    public async Task<SurveyTable> ReadAsync(CancellationToken cancellationToken)
    {
        var (content, name) = await client.ReadAsync(cancellationToken);
        var title = name is null ? "Published survey" : Columns.CellText.Clean(Path.GetFileNameWithoutExtension(name));
        return DelimitedText.Read(title, TextDecoding.Decode(content));
    }
}
