namespace DoOAuth.Generator.Model;

/// <summary>The hooks that a class has, each with exactly the signature that is called.</summary>
internal sealed record Hooks(bool ConfigureOptions, bool ConfigureCookie, HookAnswer OnSignedIn, HookAnswer OnFailed)
{
    /// <summary>None of them.</summary>
    public static readonly Hooks None = new(false, false, HookAnswer.NoHook, HookAnswer.NoHook);
}
