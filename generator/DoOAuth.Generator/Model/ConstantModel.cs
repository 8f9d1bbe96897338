namespace DoOAuth.Generator.Model;

/// <summary>A constant of the annotated class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Literal">Its value as C# writes it.</param>
/// <param name="Summary">Its doc comment.</param>
/// <param name="IsEmitted">Whether it is; not where the class has a member of that name.</param>
internal sealed record ConstantModel(string Name, string Literal, string Summary, bool IsEmitted)
{
    /// <summary>What code inside the class writes for the value.</summary>
    public string Reference => IsEmitted ? Name : Literal;
}
