using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>How requests and start grow with what an app declares, and with what its users grant.</summary>
internal sealed class RuntimeGrowthSubject : HostedSubject
{
    public override string Name => "runtime-growth";

    public override string Summary => "requests by granted scopes, start by guarded endpoints and by annotated classes";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync() =>
    [
        await RequestsByScopes.ExperimentAsync(KeepAsync, Keys),
        await StartByEndpoints.ExperimentAsync(Keys),
        await StartByApplications.ExperimentAsync(Keys),
    ];
}
