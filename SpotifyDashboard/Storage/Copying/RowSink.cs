namespace SpotifyDashboard.Storage.Copying;

/// <summary>Takes rows value by value, without a box around each.</summary>
internal abstract class RowSink
{
    /// <summary>Begins a row.</summary>
    public abstract void Begin();

    /// <summary>A value that is unknown.</summary>
    public abstract void Null(CopiedKind kind);

    /// <summary>A whole number, or a yes (1) or no (0).</summary>
    public abstract void Number(CopiedKind kind, long value);

    /// <summary>A real number.</summary>
    public abstract void Real(CopiedKind kind, double value);

    public abstract void Text(string value);

    public abstract void Bytes(byte[] value);

    public abstract void Id(Guid value);

    public abstract void Day(DateOnly value);

    /// <summary>Ends a row.</summary>
    public abstract void End();
}
