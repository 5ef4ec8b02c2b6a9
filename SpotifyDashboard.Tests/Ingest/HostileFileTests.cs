using System.IO.Compression;
using System.Text;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Damaged, wrong and malicious files: what is right in them is kept, what is not is named, nothing else happens.</summary>
public sealed class HostileFileTests(PostgresServer server)
{
    private static readonly string s_good = Rows.Extended("2024-05-01T10:00:00Z");
    private static readonly string s_later = Rows.Extended("2024-05-01T11:00:00Z", track: 2);

    public static TheoryData<string, string, long, long> Damaged => new()
    {
        { "cut within a row", $"[{s_good},{s_later[..^40]}", 1, 1 },
        { "cut between rows", $"[{s_good},{s_later},", 2, 1 },
        { "without its end", $"[{s_good},{s_later}", 2, 1 },
        { "row that is no JSON", $"[{s_good},{{\"ts\":,}},{s_later}]", 2, 1 },
        { "row with an open quote", $"[{s_good},{{\"ts\":\"2024-05-01T10:30:00Z,\"ms_played\":1}},\n{s_later}]", 2, 1 },
        { "NaN", $"[{s_good},{s_later.Replace("200000", "NaN", StringComparison.Ordinal)}]", 1, 1 },
        { "deep nesting", $"[{s_good},{string.Concat(Enumerable.Repeat("{\"a\":", 5000))}1{new string('}', 5000)},{s_later}]", 2, 1 },
        { "nested value in an unknown field", $"[{s_good},{s_later.Replace("{\"ts\"", "{\"x\":{\"y\":[1,{}]},\"ts\"", StringComparison.Ordinal)}]", 2, 0 },
        { "a string of a megabyte", $"[{s_good},{s_later.Replace("Song 2", new string('x', 1 << 20), StringComparison.Ordinal)},{s_later}]", 2, 1 },
        { "a row of three megabytes", $"[{s_good},{s_later.Replace("Song 2", new string('x', 3 << 20), StringComparison.Ordinal)},{s_later}]", 2, 1 },
        { "a name of 1,500 bytes", $"[{s_good},{s_later.Replace("Song 2", new string('x', 1500), StringComparison.Ordinal)}]", 1, 1 },
        { "duplicate keys, the last of which counts", $"[{s_good.Replace("\"ms_played\":200000", "\"ms_played\":-4,\"ms_played\":200000", StringComparison.Ordinal)}]", 1, 0 },
        { "rows that are no objects", $"[{s_good},17,{s_later}]", 2, 1 },
        { "something behind the list", $"[{s_good}] and more", 1, 1 },
        { "wrong kinds of values", $"[{s_good},{s_later.Replace("true", "\"yes\"", StringComparison.Ordinal)}]", 1, 1 },
        { "a byte order mark", $"\uFEFF[{s_good}]", 1, 0 },
        { "half a character and NUL in a name", $"[{s_good.Replace("Song 1", "\\ud83d \\u0000", StringComparison.Ordinal)}]", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task DamagedFile_WhatIsRight_IsKeptAndTheRestCounted(string what, string content, long added, long malformed)
    {
        await using var bench = await ImportBench.CreateAsync(server);

        var result = await bench.ImportAsync(bench.Write("Streaming_History_Audio_2024_1.json", content));

        Assert.True(result.Balances, what);
        Assert.Equal((added, malformed), (result.Total.Added, result.Total.Malformed));
        Assert.Equal(added, await bench.CountAsync("plays"));
    }

    [Theory]
    [InlineData("holiday.json", "{\"photos\": []}", "neither a streaming history")]
    [InlineData("table.csv", "a,b\n1,2\n", "neither a streaming history")]
    [InlineData("movie.bin", "\0\u0001\u0002", "neither a streaming history")]
    [InlineData("broken.zip", "PK\u0003\u0004 this is no archive", "download it from Spotify again")]
    public async Task WrongFile_Alone_IsRefusedWithASentence(string name, string content, string sentence)
    {
        await using var bench = await ImportBench.CreateAsync(server);

        var refusal = await Assert.ThrowsAsync<ImportException>(() => bench.ImportAsync(bench.Write(name, content)));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ZipWithoutHistory_IsRefusedByNamingWhatToAskFor()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var zip = Rows.Zip(Path.Combine(bench.Folder, "my_spotify_data.zip"), ("MyData/Userdata.json", "[]"), ("MyData/Read_Me_First.pdf", ""));

        var refusal = await Assert.ThrowsAsync<ImportException>(() => bench.ImportAsync(zip));

        Assert.Contains("Extended streaming history", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zip_WithNamesThatPointOutside_LeavesThemAloneAndTouchesNoFile()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var zip = Rows.Zip(
            Path.Combine(bench.Folder, "slip.zip"),
            ("../../escaped.json", Rows.List(s_good)),
            ("deep/er/still/Streaming_History_Audio_2024_1.json", Rows.List(s_later)));

        var result = await bench.ImportAsync(zip);

        Assert.Equal(1, result.Total.Read);
        Assert.Contains(result.Files, file => file is { Kind: ImportedFile.Ignored } && file.Name.EndsWith("escaped.json", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.GetFullPath(Path.Combine(bench.Folder, "../../escaped.json"))));
    }

    [Fact]
    public async Task Zip_ThatUnpacksWithoutEnd_IsStoppedAndTheOtherFileImported()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var path = Path.Combine(bench.Folder, "bomb.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var bomb = zip.CreateEntry("Streaming_History_Audio_2023_1.json", CompressionLevel.Optimal).Open())
            {
                bomb.Write(Encoding.UTF8.GetBytes("[" + Rows.Extended("2023-05-01T10:00:00Z") + ","));
                var space = new byte[1 << 20];
                Array.Fill(space, (byte)' ');
                for (var i = 0; i < 80; i++)
                {
                    bomb.Write(space);
                }
            }

            using var good = zip.CreateEntry("Streaming_History_Audio_2024_1.json").Open();
            good.Write(Encoding.UTF8.GetBytes(Rows.List(s_good)));
        }

        var result = await bench.ImportAsync(path);

        Assert.Equal((1, 1), (result.Total.Read, result.Total.Added));
        var refused = Assert.Single(result.Files, file => file.Kind == ImportedFile.Unknown);
        Assert.Contains("zip bomb", Assert.Single(refused.Reasons).Key, StringComparison.Ordinal);
        Assert.Equal(1, await bench.CountAsync("plays"));
    }

    [Fact]
    public async Task Zip_PrivateFiles_AreNeverOpened()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var zip = Rows.Zip(
            Path.Combine(bench.Folder, "account.zip"),
            ("Spotify Account Data/Userdata.json", Rows.List(s_good)),
            ("Spotify Account Data/Playlist1.json", Rows.List(s_good)),
            ("__MACOSX/Spotify Account Data/._StreamingHistory_music_0.json", Rows.List(s_good)),
            ("inner.zip", "PK"),
            ("Spotify Account Data/StreamingHistory_music_0.json", Rows.List(Rows.Account("2026-03-02 07:41"))));

        var result = await bench.ImportAsync(zip);

        Assert.Equal((1, 1), (result.Total.Read, result.Total.Added));
        Assert.Equal(4, result.Files.Count(file => file.Kind == ImportedFile.Ignored));
    }
}
