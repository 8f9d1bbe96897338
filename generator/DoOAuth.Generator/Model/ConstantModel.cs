namespace DoOAuth.Generator.Model;

/// <summary>A constant of the annotated class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Literal">Its value as written in C#.</param>
/// <param name="Summary">Its doc comment.</param>
/// <param name="IsEmitted">Whether it is emitted, which it is not if the class has a member with this name.</param>
internal sealed record ConstantModel(string Name, string Literal, string Summary, bool IsEmitted)
{
    /// <summary>The value as written by code inside the class.</summary>
    public string Reference => IsEmitted ? Name : Literal;
}
