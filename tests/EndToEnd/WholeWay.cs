namespace DoOAuth.EndToEnd.Tests;

/// <summary>One running app and one browser for all classes: starting them is what takes the time.</summary>
[CollectionDefinition(Name)]
public sealed class WholeWay : ICollectionFixture<RunningApp>, ICollectionFixture<Browser>
{
    public const string Name = "The whole way";
}
