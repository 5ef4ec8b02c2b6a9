using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Tests.Storage.Copying;

public sealed class RowDigestTests
{
    [Fact]
    public void Digest_OfTheSameRowsInAnyOrder_Agrees() => Prop.ForAll(
        ArbMap.Default.ArbFor<(long Number, string? Text)[]>(),
        static rows =>
        {
            var (there, back) = (new RowDigest(), new RowDigest());
            Add(there, rows);
            Add(back, rows.Reverse());
            return there.Agrees(back) && there.Rows == rows.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Digest_OfOneRowTwiceInPlaceOfTwo_Differs()
    {
        var (two, one) = (new RowDigest(), new RowDigest());
        Add(two, [(1, "a"), (2, "b")]);
        Add(one, [(1, "a"), (1, "a")]);

        Assert.False(two.Agrees(one));
    }

    [Fact]
    public void Digest_OfValuesThatLookAlike_Differs()
    {
        Action<RowDigest>[] rows =
        [
            static row => row.Null(CopiedKind.Text),
            static row => row.Text(""),
            static row => row.Bytes([]),
            static row => row.Number(CopiedKind.Long, 0),
            static row => row.Real(CopiedKind.Double, 0),
            static row => row.Real(CopiedKind.Double, -0.0),
            static row => row.Id(Guid.Empty),
            static row => row.Day(DateOnly.MinValue),
            static row =>
            {
                row.Text("a");
                row.Text("b");
            },
            static row => row.Text("ab"),
        ];

        var sums = rows.Select(static write =>
        {
            var digest = new RowDigest();
            digest.Begin();
            write(digest);
            digest.End();
            return digest.Sum;
        });

        Assert.Equal(rows.Length, sums.Distinct().Count());
    }

    private static void Add(RowDigest digest, IEnumerable<(long Number, string? Text)> rows)
    {
        foreach (var (number, text) in rows)
        {
            digest.Begin();
            digest.Number(CopiedKind.Long, number);
            if (text is null)
            {
                digest.Null(CopiedKind.Text);
            }
            else
            {
                digest.Text(text);
            }

            digest.End();
        }
    }
}
