namespace SpotifyDashboard.Components.Charts;

/// <summary>Bars, one per label. A click reports the bar's index.</summary>
public sealed record BarFigure : ChartFigure
{
    /// <inheritdoc/>
    public override string Kind => "bar";

    /// <summary>Names of the bars, in order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Their lengths, in whatever unit <see cref="ValueName"/> names.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The values as they are read ("1,204 plays"): in the tooltip, at the bar and in the table.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>What the labels are: "Weekday".</summary>
    public required string LabelName { get; init; }

    /// <summary>What the values are: "Plays".</summary>
    public required string ValueName { get; init; }

    /// <summary>Whether the bars lie; for long names.</summary>
    public bool Horizontal { get; init; }

    /// <summary>CSS variables of the bars' colours, one per bar; null: all in the accent.</summary>
    public IReadOnlyList<string>? ColorVariables { get; init; }

    /// <summary>The same in the stretch before, behind the bars in a second tone; null where there is none.</summary>
    public IReadOnlyList<double>? Before { get; init; }

    /// <summary>The values of <see cref="Before"/> as they are read.</summary>
    public IReadOnlyList<string>? BeforeTexts { get; init; }

    /// <inheritdoc/>
    public override ChartTable ToTable() => BeforeTexts is null
        ? new([LabelName, ValueName], [.. Labels.Zip(Texts, static (label, text) => (IReadOnlyList<string>)[label, text])])
        : new([LabelName, ValueName, "Stretch before"], [.. Labels.Select((label, index) => (IReadOnlyList<string>)[label, Texts[index], BeforeTexts[index]])]);
}
