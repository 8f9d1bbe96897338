using DoOAuth.Templates.Tests.Engine;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>Apps of combined options, made once: all of them in the long form, else <see cref="AppOptions.Some"/>.</summary>
public sealed class EveryCombination : IAsyncLifetime
{
    /// <summary>The options of the apps.</summary>
    public static IReadOnlyList<AppOptions> Options { get; } =
        Environment.GetEnvironmentVariable(LongFactAttribute.Variable) == "1" ? AppOptions.All : AppOptions.Some();

    private readonly InProcessEngine _engine = new();
    private readonly Dictionary<AppOptions, TemplateOutput> _made = [];

    /// <summary>What was made for each combination.</summary>
    public IReadOnlyDictionary<AppOptions, TemplateOutput> Made => _made;

    public async Task InitializeAsync()
    {
        await _engine.InitializeAsync();
        foreach (var options in Options)
        {
            _made[options] = await _engine.CreateAsync("do-oauth", "Acme.Reef", options.Parameters);
        }
    }

    public Task DisposeAsync() => _engine.DisposeAsync();
}
