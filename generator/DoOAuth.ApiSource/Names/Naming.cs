namespace DoOAuth.ApiSource.Names;

/// <summary>Gives operations, types and members the names of the table, and new ones a name by .NET's guidelines.</summary>
/// <param name="table">The table. New names are added to it.</param>
/// <param name="tags">The tag of each operation, by its ID. Null if there must not be new names.</param>
internal sealed class Naming(NameTable table, IReadOnlyDictionary<string, string>? tags)
{
    private readonly HashSet<NameBlock> _used = [];
    private readonly HashSet<(NameBlock Block, string Member)> _usedMembers = [];
    private readonly OperationNames? _operationNames = tags is null ? null : new OperationNames(tags);

    /// <summary>Removes the names that nothing has any longer from the table.</summary>
    /// <returns>What was removed, such as <c>type droplet (Droplet)</c> or <c>type droplet: kernel (Droplet.Kernel)</c>.</returns>
    public IReadOnlyList<string> RemoveUnused()
    {
        var removed = new List<string>();
        foreach (var block in table.Blocks.ToList())
        {
            if (!_used.Contains(block))
            {
                table.Remove(block);
                removed.Add($"{block.Kind} {block.Key} ({block.Name})");
                continue;
            }

            foreach (var (name, identifier) in block.Members.Where(member => !_usedMembers.Contains((block, member.Key))).ToList())
            {
                block.Members.Remove(name);
                removed.Add($"{block.Kind} {block.Key}: {name} ({block.Name}.{identifier})");
            }
        }

        return removed;
    }

    /// <summary>The names of an operation.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="parameters">Its parameters.</param>
    public NameBlock Operation(string id, IEnumerable<string> parameters)
    {
        var block = table.Find("operation", id) ?? Add(new NameBlock("operation", id, TagOf(id), Unique(_operationNames?.Propose(id) ?? "", "operation")));
        return WithMembers(block, parameters, Identifier.Camel);
    }

    /// <summary>The names of a type.</summary>
    /// <param name="key">Where it is described.</param>
    /// <param name="proposal">Its name if it is new.</param>
    /// <param name="members">Its members or values.</param>
    /// <param name="propose">The name in C# of a member or value that is new.</param>
    /// <param name="family">The last part of the key, if types with it and with the same members or values are one type.</param>
    public NameBlock Type(string key, string proposal, IReadOnlyList<string> members, Func<string, string> propose, string? family = null)
    {
        var block = table.Find("type", key)
            ?? Add(new NameBlock("type", key, "", (family is null ? null : Same(family, members)) ?? Unique(ReservedNames.Avoid(proposal), "type")));
        return WithMembers(block, members, propose);
    }

    // The same values of members of the same name are one type.
    private string? Same(string family, IReadOnlyList<string> members) => table.Blocks
        .FirstOrDefault(block => block.Kind == "type" && block.Key.Split('.', '?')[^1] == family && block.Members.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(members))?.Name;

    private NameBlock WithMembers(NameBlock block, IEnumerable<string> members, Func<string, string> propose)
    {
        _used.Add(block);
        foreach (var member in members)
        {
            _usedMembers.Add((block, member));
            if (!block.Members.ContainsKey(member))
            {
                Refuse($"{block.Kind} {block.Key}: {member}");
                var proposal = propose(member);
                var name = proposal == block.Name ? proposal + "Value" : proposal;
                for (var number = 2; block.Members.ContainsValue(name); number++)
                {
                    name = proposal + number;
                }

                block.Members.Add(member, name);
            }
        }

        return block;
    }

    private NameBlock Add(NameBlock block)
    {
        Refuse($"{block.Kind} {block.Key}");
        table.Add(block);
        return block;
    }

    private string Unique(string proposal, string kind)
    {
        var taken = table.Blocks.Where(block => block.Kind == kind).Select(block => block.Name).ToHashSet(StringComparer.Ordinal);
        var name = proposal;
        for (var number = 2; taken.Contains(name); number++)
        {
            name = kind == "operation" && proposal.EndsWith("Async", StringComparison.Ordinal) ? $"{proposal[..^5]}{number}Async" : proposal + number;
        }

        return name;
    }

    private string TagOf(string id) => tags?.GetValueOrDefault(id) ?? "";

    private void Refuse(string what)
    {
        if (tags is null)
        {
            throw new InvalidDataException($"data/api-names.tsv has no name for {what}. Run: dotnet eng/refresh-data.cs PATH-TO-OPENAPI --write");
        }
    }
}
