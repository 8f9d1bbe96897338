using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Transform;

/// <summary>Finds names for the members that are emitted in an annotated class, in addition to its own.</summary>
internal sealed class MemberNames(ApplicationDeclaration declaration)
{
    /// <summary>A constant. It is not emitted if the class has a member with this name, or has this name itself (CS0542).</summary>
    public ConstantModel Constant(string name, string value, string summary) =>
        new(name, CSharpText.Literal(value), summary, IsFree(name));

    /// <summary>A nested class. If the user has written a part of it, that part's accessibility and constructor are kept.</summary>
    public NestedTypeModel Nested(string name)
    {
        var free = Free(name, IsFree);
        var part = declaration.NestedParts.FirstOrDefault(part => part.Name == free);
        return new(free, part is { StatesAccess: true } ? "" : "public ", part is { HasConstructor: true });
    }

    /// <summary>A member that must not share its name with a part that the user has written: the name, or a similar one that is not used.</summary>
    public string Own(string name) => Free(name, free => IsFree(free) && declaration.NestedParts.All(part => part.Name != free));

    private static string Free(string name, Func<string, bool> isFree)
    {
        while (!isFree(name))
        {
            name = "OAuth" + name;
        }

        return name;
    }

    private bool IsFree(string name) => name != declaration.Type.Name && !declaration.MemberNames.Contains(name);
}
