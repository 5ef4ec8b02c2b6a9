using System.Text;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Tests.Moods;

public sealed class SelectionCsvTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-Me, you", "\"'-Me, you\"")]
    [InlineData("@home", "'@home")]
    [InlineData("Plain", "Plain")]
    public async Task Csv_Title_IsNeverRunAsAFormula(string title, string cell)
    {
        var listener = await _host.AddAsync(Song.Of("one", ("loudness", -7.5)) with { Title = title });
        var map = await _host.Moods.GetAsync(MoodsHost.Ask(listener), TestContext.Current.CancellationToken);

        var csv = CsvFile.ToBytes(SelectionCsv.Of(new MoodPicture(map), [0]));

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        Assert.Equal(
            $"one,{cell},An artist,All tracks alike,0.5,0.5,-7.5,0.5,0.5,0.5,0.5,0.5,0.5",
            Encoding.UTF8.GetString(csv[3..]).Split("\r\n")[1]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
