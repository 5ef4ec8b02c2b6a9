using SpotifyDashboard.Ingest.History;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Reads extended history and loses one row without a word, as a faulty reader would.</summary>
internal sealed class ForgetfulFormat : ExtendedFormat
{
    public override IHistoryReader CreateReader(RowRules rules) => new Forgetful(base.CreateReader(rules));

    private sealed class Forgetful(IHistoryReader inner) : IHistoryReader
    {
        private bool _hasLost;

        public long RowsRead => inner.RowsRead;

        public async IAsyncEnumerable<IReadOnlyList<HistoryRow>> ReadAsync(
            Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var rows in inner.ReadAsync(stream, cancellationToken))
            {
                yield return _hasLost ? rows : [.. rows.Skip(1)];
                _hasLost = true;
            }
        }
    }
}
