using System.Text;

namespace DoOAuth.ApiSource.Names;

/// <summary>
/// The public names of the typed client, from <c>data/api-names.tsv</c>: one block for each operation (its ID, its tag, group and method) and each type
/// (its key and its name), with a line for each parameter, member or value. A name never changes by itself, because the table is the source of it.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The first line of the file.</summary>
    public const string Header =
        "# The public names of the typed client, so that they stay the same. One block for each operation (ID, tag, method with its group) and each type (key, name); a line for each parameter, member or value (name, name in C#). `dotnet eng/refresh-data.cs` adds lines, and fails if the description lacks one of them: `--remove-names` removes it.";

    private readonly SortedDictionary<string, NameBlock> _blocks = new(StringComparer.Ordinal);

    /// <summary>The blocks in the file's order.</summary>
    public IEnumerable<NameBlock> Blocks => _blocks.Values;

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">A line is not valid. The message names it.</exception>
    public static NameTable Parse(string text)
    {
        var table = new NameTable();
        NameBlock? block = null;
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells is ["", var name, var identifier] && block is not null)
            {
                if (!block.Members.TryAdd(name, identifier))
                {
                    throw new FormatException($"data/api-names.tsv, line {number}: {name} is in the block twice.");
                }
            }
            else if (cells is [var kind and ("operation" or "type"), var key, .. var names] && names.Length == (kind == "operation" ? 2 : 1))
            {
                block = new NameBlock(kind, key, names.Length == 2 ? names[0] : "", names[^1]);
                if (!table._blocks.TryAdd(Key(kind, key), block))
                {
                    throw new FormatException($"data/api-names.tsv, line {number}: {key} is in the file twice.");
                }
            }
            else
            {
                throw new FormatException($"data/api-names.tsv, line {number}: '{line}' is neither a block nor a member of one.");
            }
        }

        return table;
    }

    /// <summary>The block of an operation or a type, or null if there is none.</summary>
    public NameBlock? Find(string kind, string key) => _blocks.GetValueOrDefault(Key(kind, key));

    /// <summary>Adds a block.</summary>
    public void Add(NameBlock block) => _blocks.Add(Key(block.Kind, block.Key), block);

    /// <summary>Removes a block.</summary>
    public void Remove(NameBlock block) => _blocks.Remove(Key(block.Kind, block.Key));

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var block in Blocks)
        {
            text.Append(block.Kind).Append('\t').Append(block.Key).Append('\t').Append(block.Kind == "operation" ? block.Tag + "\t" : "").Append(block.Name).Append('\n');
            foreach (var (name, identifier) in block.Members)
            {
                text.Append('\t').Append(name).Append('\t').Append(identifier).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Key(string kind, string key) => kind + " " + key;
}
