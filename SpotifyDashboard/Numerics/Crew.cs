using System.Runtime.ExceptionServices;

namespace SpotifyDashboard.Numerics;

/// <summary>Threads that stay for one computation and do each of its passes together.</summary>
/// <remarks>
/// A round of K-Means on 28,000 rows takes a tenth of a millisecond: handing each to the thread pool would cost as much again.
/// The work is cut into <see cref="Shares"/> shares whatever the number of workers, so that sums, each kept per share and added
/// up in order, have the same bits on every machine.
/// </remarks>
internal sealed class Crew : IDisposable
{
    public const int Shares = 4;

    /// <summary>A pass over fewer values is over before a second thread has begun.</summary>
    private const int ValuesForTwo = 500_000;

    private readonly int _workers;
    private readonly Barrier? _barrier;
    private readonly Thread[] _threads;
    private Action<int>? _work;
    private Exception? _failure;

    /// <summary>Starts <paramref name="workers"/> − 1 threads; the caller's own is the first worker.</summary>
    public Crew(int workers)
    {
        _workers = Math.Min(workers, Shares);
        _threads = new Thread[_workers - 1];
        _barrier = _workers > 1 ? new Barrier(_workers) : null;
        for (var i = 0; i < _threads.Length; i++)
        {
            var worker = i + 1;
            _threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"Numerics {worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>The half-open range of <paramref name="count"/> items that belongs to one share.</summary>
    public static (int From, int To) Range(int share, int count) =>
        ((int)((long)share * count / Shares), (int)((share + 1L) * count / Shares));

    /// <summary>Does <paramref name="work"/> for each share of one pass, by threads of the pool where there is enough to do.</summary>
    /// <param name="values">How many values the pass reads.</param>
    /// <param name="work">Is given the number of the share.</param>
    /// <returns>What the shares gave, in their order.</returns>
    public static T[] ForEachShare<T>(int values, Func<int, T> work)
    {
        var parts = new T[Shares];
        Parallel.For(0, Shares, new ParallelOptions { MaxDegreeOfParallelism = values < ValuesForTwo ? 1 : -1 }, share => parts[share] = work(share));
        return parts;
    }

    /// <summary>Does <paramref name="work"/> once for each share, and returns when all are done.</summary>
    public void Run(Action<int> work)
    {
        _work = work;
        _barrier?.SignalAndWait();
        DoShares(0);
        _barrier?.SignalAndWait();
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    public void Dispose()
    {
        _work = null;
        _barrier?.SignalAndWait();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _barrier?.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            _barrier?.SignalAndWait();
            if (_work is null)
            {
                return;
            }

            DoShares(worker);
            _barrier?.SignalAndWait();
        }
    }

    private void DoShares(int worker)
    {
        try
        {
            for (var share = worker; share < Shares; share += _workers)
            {
                _work?.Invoke(share);
            }
        }
        catch (Exception failure)
        {
            // Kept for the caller: thrown here it would end the process, or leave the others waiting.
            _failure = failure;
        }
    }
}
