using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Transform;

/// <summary>Finds names for what is emitted inside an annotated class, beside the members that it has already.</summary>
internal sealed class MemberNames(ApplicationDeclaration declaration)
{
    /// <summary>A constant, emitted unless the class has a member of that name or is called so itself (CS0542).</summary>
    public ConstantModel Constant(string name, string value, string summary) =>
        new(name, CSharpText.Literal(value), summary, IsFree(name));

    /// <summary>A nested class. Where the user has written a part of it, what that part says stands.</summary>
    public NestedTypeModel Nested(string name)
    {
        var free = Free(name, IsFree);
        var part = declaration.NestedParts.FirstOrDefault(part => part.Name == free);
        return new(free, part is { StatesAccess: true } ? "" : "public ", part is { HasConstructor: true });
    }

    /// <summary>A member that no part of the user's may share: the name, or one near it that is free.</summary>
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
