namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The faults a fake is to show. Each request takes the first that fits it.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    /// <summary>Spoils the next <paramref name="count"/> requests, or those of them that fit.</summary>
    public void Next(int count, Fault fault, Func<FakeRequest, bool>? fits = null)
    {
        lock (_gate)
        {
            _planned.Add(new Planned(fault, fits ?? (_ => true), count));
        }
    }

    /// <summary>Spoils the next <paramref name="count"/> requests whose path ends so.</summary>
    public void Next(int count, Fault fault, string pathEnd) =>
        Next(count, fault, request => request.Path.EndsWith(pathEnd, StringComparison.Ordinal));

    /// <summary>Spoils every request that fits, until <see cref="Clear"/>.</summary>
    public void Always(Fault fault, Func<FakeRequest, bool>? fits = null) => Next(int.MaxValue, fault, fits);

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal Fault? Take(FakeRequest request)
    {
        lock (_gate)
        {
            if (_planned.Find(planned => planned.Fits(request)) is not { } planned)
            {
                return null;
            }

            planned.Left--;
            if (planned.Left == 0)
            {
                _planned.Remove(planned);
            }

            return planned.Fault;
        }
    }

    private sealed class Planned(Fault fault, Func<FakeRequest, bool> fits, int count)
    {
        public Fault Fault => fault;

        public Func<FakeRequest, bool> Fits => fits;

        public int Left { get; set; } = count;
    }
}
