namespace DoOAuth.Generator.Model;

/// <summary>The hooks of a class that have exactly the right signature.</summary>
internal sealed record Hooks(bool ConfigureOptions, bool ConfigureCookie, HookAnswer OnSignedIn, HookAnswer OnFailed)
{
    /// <summary>No hooks.</summary>
    public static readonly Hooks None = new(false, false, HookAnswer.NoHook, HookAnswer.NoHook);
}
