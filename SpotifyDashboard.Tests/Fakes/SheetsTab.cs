namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A tab of a faked sheet: its cells are text, numbers or null.</summary>
internal sealed class SheetsTab(string title)
{
    public string Title { get; set; } = title;

    /// <summary>Rows of the grid; more than are filled.</summary>
    public int GridRows { get; set; } = 1000;

    public int GridColumns { get; set; } = 26;

    public List<object?[]> Rows { get; } = [];

    public void Add(params object?[] cells)
    {
        lock (Rows)
        {
            Rows.Add(cells);
        }
    }
}
