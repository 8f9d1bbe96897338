namespace DoOAuth.ApiSource.Names;

/// <summary>The names of an operation and its parameters, or of a type and its members or values.</summary>
/// <param name="Kind"><c>operation</c> or <c>type</c>.</param>
/// <param name="Key">The operation's ID; a shape's name; or where a type without a name is described, such as <c>droplet.status</c>.</param>
/// <param name="Tag">The operation's tag in the description. Empty for a type.</param>
/// <param name="Name">The method with its group, such as <c>Droplets.ListAsync</c>, or the type.</param>
internal sealed record NameBlock(string Kind, string Key, string Tag, string Name)
{
    /// <summary>The names in C# of parameters, members or values, by their names in the description.</summary>
    public Dictionary<string, string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The group of the operation.</summary>
    public string Group => Name.Split('.')[0];

    /// <summary>The method of the operation.</summary>
    public string Method => Name.Split('.')[^1];
}
