namespace SpotifyDashboard.Numerics;

/// <summary>The few vector operations that the block kernels need, so that they are written once for every vector width.</summary>
/// <typeparam name="TVector">A vector of floats.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Number of floats in a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Zero { get; }

    static abstract TVector Create(float value);

    /// <summary>A number carried through <see cref="SelectLess"/> as bits, to come out in <see cref="StoreBytes"/>.</summary>
    static abstract TVector CreateTag(int tag);

    static abstract TVector Load(ref float source, int offset);

    static abstract void Store(TVector vector, ref float target, int offset);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    /// <summary>a·b + c, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>In each lane <paramref name="then"/> where a &lt; b, else <paramref name="otherwise"/>.</summary>
    static abstract TVector SelectLess(TVector a, TVector b, TVector then, TVector otherwise);

    /// <summary>One bit per lane, from the lowest: whether a &gt; b.</summary>
    static abstract ulong BitsAbove(TVector a, TVector b);

    static abstract float Sum(TVector vector);

    /// <summary>Writes the tags of four vectors as one byte each, in order.</summary>
    static abstract void StoreBytes(TVector a, TVector b, TVector c, TVector d, ref byte target, int offset);
}
