namespace SpotifyDashboard.Numerics.Forest;

/// <summary>The rows a forest learns from, binned once: per row a record of one byte per feature, its class and how often it was drawn.</summary>
/// <remarks>
/// Records are a multiple of 16 bytes, so that a row moves by whole vectors and all features of a split come with one cache line.
/// Bins are dealt out to the lanes of a vector as cards to players: lane l holds the consecutive bins l·s to (l + 1)·s − 1, one
/// per vector, so that running sums over bins are plain additions of vectors. What a record stores is the place, not the bin.
/// </remarks>
internal sealed class TrainingRows
{
    /// <summary>Lanes over which bins are dealt out.</summary>
    public const int Lanes = 8;

    /// <summary>Bytes of the vectors by which records move.</summary>
    public const int Unit = 16;

    private readonly ValueBins[] _bins;
    private readonly byte[] _binOf = new byte[ValueBins.Most];
    private readonly byte[] _placeOf = new byte[ValueBins.Most];

    private TrainingRows(FeatureMatrix matrix, ReadOnlySpan<int> classes, float[] classWeights, ValueBins[] bins)
    {
        _bins = bins;
        Rows = matrix.Rows;
        Columns = matrix.Columns;
        ClassWeights = classWeights;
        BinsPerLane = (bins.Max(one => one.Count) + Lanes - 1) / Lanes;
        Stride = (Columns + 2 + Unit - 1) / Unit * Unit;
        Records = new byte[Rows * Stride];
        for (var bin = 0; bin < Width; bin++)
        {
            _placeOf[bin] = (byte)((bin % BinsPerLane * Lanes) + (bin / BinsPerLane));
            _binOf[_placeOf[bin]] = (byte)bin;
        }

        for (var row = 0; row < Rows; row++)
        {
            Records[(row * Stride) + ClassAt] = (byte)classes[row];
            Records[(row * Stride) + TimesAt] = 1;
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Classes => ClassWeights.Length;

    /// <summary>Weight of a row of each class.</summary>
    public float[] ClassWeights { get; }

    /// <summary>Bins per lane, s.</summary>
    public int BinsPerLane { get; }

    /// <summary>Places of a histogram, one per bin.</summary>
    public int Width => BinsPerLane * Lanes;

    /// <summary>Bytes of a record.</summary>
    public int Stride { get; }

    /// <summary>Where in a record the class stands.</summary>
    public int ClassAt => Columns;

    /// <summary>Where in a record stands how often the row was drawn.</summary>
    public int TimesAt => Columns + 1;

    public byte[] Records { get; }

    /// <summary>The bin at each place.</summary>
    public ReadOnlySpan<byte> BinOf => _binOf;

    /// <summary>Bins the features side by side on several threads.</summary>
    public static TrainingRows Of(FeatureMatrix matrix, ReadOnlySpan<int> classes, int classCount, bool balanced, ParallelOptions inParallel)
    {
        var columns = new float[matrix.Columns][];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = Column(matrix, column);
        }

        var bins = new ValueBins[columns.Length];
        Parallel.For(0, bins.Length, inParallel, column =>
        {
            Array.Sort(columns[column]);
            bins[column] = new ValueBins(columns[column]);
        });

        var rows = new TrainingRows(matrix, classes, Weigh(classes, classCount, balanced), bins);
        Parallel.For(0, bins.Length, inParallel, column => rows.Store(matrix, column));
        return rows;
    }

    /// <summary>Where in a histogram a bin stands.</summary>
    public int Place(int bin) => _placeOf[bin];

    /// <summary>The value of <paramref name="column"/> up to which rows go left, when they part after bin <paramref name="left"/>.</summary>
    public float Threshold(int column, int left, int right) => _bins[column].Threshold(left, right);

    /// <summary>1, or n / (classes present · rows of the class): every class then weighs the same in sum.</summary>
    internal static float[] Weigh(ReadOnlySpan<int> classes, int classCount, bool balanced)
    {
        var counts = ClassChecks.Count(classes, classCount);
        var present = counts.Count(count => count > 0);
        var rows = (double)classes.Length;
        return Array.ConvertAll(counts, count => balanced && count > 0 ? (float)(rows / ((double)present * count)) : 1f);
    }

    private static float[] Column(FeatureMatrix matrix, int column)
    {
        var values = new float[matrix.Rows];
        for (int row = 0, at = column; row < values.Length; row++, at += matrix.Columns)
        {
            values[row] = matrix.Values[at];
        }

        return values;
    }

    private void Store(FeatureMatrix matrix, int column)
    {
        var values = matrix.Values;
        for (var row = 0; row < Rows; row++)
        {
            Records[(row * Stride) + column] = _placeOf[_bins[column].Of(values[(row * Columns) + column])];
        }
    }
}
