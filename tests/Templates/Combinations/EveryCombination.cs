using DoOAuth.Templates.Tests.Engine;

namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>All apps, made once.</summary>
public sealed class EveryCombination : IAsyncLifetime
{
    private readonly InProcessEngine _engine = new();
    private readonly Dictionary<AppOptions, TemplateOutput> _made = [];

    /// <summary>What was made for each combination.</summary>
    public IReadOnlyDictionary<AppOptions, TemplateOutput> Made => _made;

    public async Task InitializeAsync()
    {
        await _engine.InitializeAsync();
        foreach (var options in AppOptions.All)
        {
            _made[options] = await _engine.CreateAsync("do-oauth", "Acme.Reef", options.Parameters);
        }
    }

    public Task DisposeAsync() => _engine.DisposeAsync();
}
