using System.Globalization;
using System.IO.Compression;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The files handed in, archives opened. Nothing is unpacked to disk, so names inside an archive can do no harm.</summary>
internal sealed class ImportSources : IDisposable
{
    /// <summary>A history unpacks to about 13 times its size; beyond this an entry is taken for a zip bomb.</summary>
    private const long LargestRatio = 200;

    /// <summary>Small entries may be as repetitive as they like.</summary>
    private const long AlwaysAllowed = 64L << 20;

    /// <summary>All that is unpacked in one import: a hundred times the largest history reported.</summary>
    private const long LargestTotal = 20L << 30;

    private readonly List<ZipArchive> _archives = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private long _unpacked;

    /// <summary>Files that may hold history.</summary>
    public List<HistoryFile> Files { get; } = [];

    /// <summary>Files that are not opened, or could not be, with the reason.</summary>
    public List<ImportedFile> LeftOut { get; } = [];

    public static ImportSources Open(IReadOnlyList<ImportInput> inputs)
    {
        var sources = new ImportSources();
        try
        {
            foreach (var input in inputs)
            {
                sources.Add(input);
            }

            return sources;
        }
        catch
        {
            sources.Dispose();
            throw;
        }
    }

    public void Dispose() => _archives.ForEach(archive => archive.Dispose());

    private void Add(ImportInput input)
    {
        var name = Unique(input.Name);
        if (!File.Exists(input.Path))
        {
            LeftOut.Add(ImportedFile.Without(name, ImportedFile.Unknown, "there is no such file"));
        }
        else if (PrivateFiles.ReasonToIgnore(Path.GetFileName(input.Name)) is { } reason)
        {
            LeftOut.Add(ImportedFile.Without(name, ImportedFile.Ignored, reason));
        }
        else if (IsZip(input.Path))
        {
            AddArchive(input.Path, name);
        }
        else
        {
            Files.Add(new HistoryFile
            {
                Name = name,
                Occurrences = new Occurrences(),
                Length = new FileInfo(input.Path).Length,
                Open = () => Sequential(input.Path),
            });
        }
    }

    private void AddArchive(string path, string name)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(Sequential(path), ZipArchiveMode.Read);
            _archives.Add(archive);
            _ = archive.Entries.Count;
        }
        catch (InvalidDataException)
        {
            LeftOut.Add(ImportedFile.Without(name, ImportedFile.Unknown, "the zip is damaged or not complete: download it from Spotify again"));
            return;
        }

        var occurrences = new Occurrences();
        foreach (var entry in archive.Entries)
        {
            // Folders have a name that ends with a slash.
            if (entry.FullName.Length == 0 || entry.FullName[^1] is '/' or '\\')
            {
                continue;
            }

            var entryName = Unique($"{name}/{entry.FullName}");
            if (PrivateFiles.ReasonToIgnoreEntry(entry.FullName) is { } reason)
            {
                LeftOut.Add(ImportedFile.Without(entryName, ImportedFile.Ignored, reason));
            }
            else if (entry.IsEncrypted)
            {
                LeftOut.Add(ImportedFile.Without(entryName, ImportedFile.Unknown, "it is encrypted: unpack the zip with its password and give the files"));
            }
            else
            {
                Files.Add(new HistoryFile { Name = entryName, Occurrences = occurrences, Length = entry.Length, Open = () => Unpack(entry) });
            }
        }
    }

    private CappedStream Unpack(ZipArchiveEntry entry) =>
        new(entry.Open(), Math.Max(AlwaysAllowed, LargestRatio * entry.CompressedLength), bytes =>
        {
            _unpacked += bytes;
            if (_unpacked > LargestTotal)
            {
                throw new ImportException("the files unpack to more than 20 GB, which no history does");
            }
        });

    private static FileStream Sequential(string path) =>
        new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 128 * 1024, Share = FileShare.Read });

    private static bool IsZip(string path)
    {
        Span<byte> mark = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length
            && (mark.SequenceEqual("PK\u0003\u0004"u8) || mark.SequenceEqual("PK\u0005\u0006"u8));
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({i})");
        }

        return unique;
    }
}
