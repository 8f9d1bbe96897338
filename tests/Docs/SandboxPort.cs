namespace DoOAuth.Docs.Tests;

/// <summary>The pages start the sandbox as a reader does, on its own port: one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SandboxPort
{
    public const string Name = "The sandbox's own port";
}
