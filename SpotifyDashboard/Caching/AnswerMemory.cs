using System.Diagnostics.CodeAnalysis;

namespace SpotifyDashboard.Caching;

/// <summary>The first tier: the answers used last, by key.</summary>
/// <param name="capacity">How many; 0 keeps none.</param>
internal sealed class AnswerMemory(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, KeptAnswer Answer)>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Most recently used first.</summary>
    private readonly LinkedList<(string Key, KeptAnswer Answer)> _byUse = [];

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byKey.Count;
            }
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out KeptAnswer? answer)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                answer = null;
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            answer = node.Value.Answer;
            return true;
        }
    }

    public void Set(string key, KeptAnswer answer)
    {
        lock (_gate)
        {
            Remove(key);
            if (capacity == 0)
            {
                return;
            }

            if (_byKey.Count == capacity && _byUse.Last is { } oldest)
            {
                Remove(oldest.Value.Key);
            }

            _byKey.Add(key, _byUse.AddFirst((key, answer)));
        }
    }

    /// <summary>Drops what <paramref name="isMeant"/> names.</summary>
    public void Forget(Func<string, bool> isMeant)
    {
        lock (_gate)
        {
            foreach (var key in _byKey.Keys.Where(isMeant).ToList())
            {
                Remove(key);
            }
        }
    }

    private void Remove(string key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _byUse.Remove(node);
        }
    }
}
