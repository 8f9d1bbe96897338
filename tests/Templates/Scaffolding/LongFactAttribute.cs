namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>A test that takes minutes: it runs where <c>DOOAUTH_LONG</c> is 1, which <c>dotnet eng/test.cs --long</c> sets.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    /// <summary>The environment variable that is 1 in the long form.</summary>
    public const string Variable = "DOOAUTH_LONG";

    public LongFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
        {
            Skip = "It takes minutes: dotnet eng/test.cs --long runs it.";
        }
    }
}
