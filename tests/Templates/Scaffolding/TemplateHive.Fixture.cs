namespace DoOAuth.Templates.Tests.Scaffolding;

// Apart, for the benchmarks, which are no tests.
public sealed partial class TemplateHive : IAsyncLifetime;
