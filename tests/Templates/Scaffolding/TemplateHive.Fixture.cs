namespace DoOAuth.Templates.Tests.Scaffolding;

// A file of its own, because the benchmarks use the hive without xunit.
public sealed partial class TemplateHive : IAsyncLifetime;
