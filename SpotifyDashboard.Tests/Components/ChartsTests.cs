using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Tests.Components;

public sealed class ChartsTests
{
    [Fact]
    public void SelectedBits_AcrossBytes_GiveTheirIndicesInOrder() =>
        Assert.Equal([0, 7, 9, 15], SelectedBits.ToIndices([0b1000_0001, 0b1000_0010]));

    [Fact]
    public void Pack_OfCoordinates_IsLittleEndianFloats() =>
        Assert.Equal([0, 0, 128, 63, 0, 0, 0, 192], PointCloudFigure.Pack([1f, -2f]));

    [Fact]
    public void Heatmap_AsATable_NamesRowsAndColumns()
    {
        var figure = new HeatmapFigure
        {
            Name = "n",
            Caption = "c",
            RowName = "Day",
            ValueName = "Plays",
            Rows = ["Mon", "Tue"],
            Columns = ["00", "01"],
            Values = [1, 2, 3, null],
            Texts = ["1", "2", "3", "none"],
        };

        var table = figure.ToTable();

        Assert.Equal(["Day", "00", "01"], table.Headers);
        Assert.Equal([["Mon", "1", "2"], ["Tue", "3", "none"]], table.Rows);
    }
}
