namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: what counts as a guard on an endpoint, and what does not.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireDropletRead();")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).WithName(\"x\").RequireDropletRead().WithTags(\"y\");")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireSshKeyRead().RequireDropletRead();")]
    [InlineData("var endpoint = app.MapGet(\"/x\", Api.ReadAsync); endpoint.WithName(\"x\"); endpoint.RequireDropletRead();")]
    [InlineData("RouteHandlerBuilder endpoint; endpoint = app.MapGet(\"/x\", Api.ReadAsync); endpoint.RequireDropletRead();")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireDigitalOceanScope(DropletDeck.Scheme, Scopes.Droplet.Read);")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireDigitalOceanScope(\"DropletDeck\", Scopes.SshKey.Read, \"droplet:read\");")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireDigitalOceanScope(DropletDeck.Scheme, new[] { Scopes.Droplet.Read });")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireDigitalOceanScope(DropletDeck.Scheme, [Scopes.Droplet.Read]);")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).WithMetadata(new RequireScopeAttribute(Scopes.Droplet.Read));")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).WithMetadata(\"more\", new RequireScopeAttribute(Scopes.Droplet.Read) { Scheme = DropletDeck.Scheme });")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).RequireAuthorization(new RequireScopeAttribute(Scopes.Droplet.Read));")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).Add(endpoint => endpoint.Metadata.Add(new RequireScopeAttribute(Scopes.Droplet.Read)));")]
    [InlineData("DropletDeckExtensions.RequireDropletRead(app.MapGet(\"/x\", Api.ReadAsync));")]
    [InlineData("ScopeGuardExtensions.RequireDigitalOceanScope(scopes: [Scopes.Droplet.Read], scheme: DropletDeck.Scheme, builder: app.MapGet(\"/x\", Api.ReadAsync));")]
    [InlineData("IEndpointConventionBuilder endpoint = app.MapGet(\"/x\", Api.ReadAsync); endpoint.RequireDropletRead();")]
    [InlineData("RouteHandlerBuilder endpoint; if (args.Length > 0) { endpoint = app.MapGet(\"/x\", Api.ReadAsync); } else { endpoint = app.MapGet(\"/y\", Api.ReadAsync); } endpoint.RequireDropletRead();")]
    [InlineData("(args.Length > 0 ? app.MapGet(\"/x\", Api.ReadAsync) : app.MapGet(\"/y\", Api.ReadAsync)).RequireDropletRead();")]
    [InlineData("if (args.Length > 0) { app.MapGet(\"/x\", Api.ReadAsync).RequireDropletRead(); }")]
    [InlineData("if (args.Length > 0) { var endpoint = app.MapGet(\"/x\", Api.ReadAsync); endpoint.RequireDropletRead(); }")]
    [InlineData("foreach (var path in args) { app.MapGet(path, Api.ReadAsync).RequireDropletRead(); }")]
    [InlineData("foreach (var endpoint in new[] { app.MapGet(\"/x\", () => \"\") }) { endpoint.RequireDropletRead(); }")]
    [InlineData("var group = app.MapGroup(\"/g\"); group.MapGet(\"/x\", Api.ReadAsync); var groups = new List<RouteGroupBuilder> { group }; groups.Add(app.MapGroup(\"/h\")); foreach (var one in groups) { one.RequireDropletRead(); }")]
    public Task A_guard_in_any_spelling_counts(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).RequireSshKeyRead();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).RequireAuthorization();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).WithMetadata(new RequireScopeAttribute(Scopes.SshKey.Read));")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); if (args.Length > 0) { endpoint.RequireDropletRead(); }")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); if (args.Length > 0) { return; } endpoint.RequireDropletRead();")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); foreach (var _ in args) { endpoint.RequireDropletRead(); }")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); _ = args.Length > 0 ? endpoint.RequireDropletRead() : endpoint;")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); Action later = () => endpoint.RequireDropletRead();")]
    [InlineData("var endpoint = app.MapGet(\"/x\", Api.ReadAsync); endpoint.RequireDropletRead(); endpoint = app.{|DOO103:MapGet|}(\"/y\", Api.ReadAsync);")]
    [InlineData("var first = app.MapGet(\"/x\", Api.ReadAsync); var second = app.{|DOO103:MapGet|}(\"/y\", Api.ReadAsync); first.RequireDropletRead();")]
    [InlineData("var first = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); var second = app.{|DOO103:MapGet|}(\"/y\", Api.ReadAsync); (args.Length > 0 ? first : second).RequireDropletRead();")]
    public Task What_is_another_guard_or_not_always_put_on_does_not(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).RequireDropletRead().AllowAnonymous();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", [AllowAnonymous] (DigitalOceanClient client) => client.ReadAsync()).RequireDropletRead();")]
    [InlineData("var group = app.MapGroup(\"/g\").AllowAnonymous(); group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).RequireDropletRead();")]
    [InlineData("app.MapGet(\"/x\", () => \"\").AllowAnonymous();")]
    public Task AllowAnonymous_sets_guards_aside(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("app.MapGet(\"/x\", [RequireScope(Scopes.Droplet.Read)] (DigitalOceanClient client) => client.ReadAsync());", "")]
    [InlineData("app.MapGet(\"/x\", [RequireScope(Scopes.SshKey.Read), RequireScope(Scopes.Droplet.Read, Scheme = DropletDeck.Scheme)] async (DigitalOceanClient client) => await client.ReadAsync() + await client.KeysAsync());", "")]
    [InlineData("app.MapGet(\"/x\", Load); [RequireScope(Scopes.Droplet.Read)] Task<string> Load(DigitalOceanClient client) => client.ReadAsync();", "")]
    [InlineData("var load = [RequireScope(Scopes.Droplet.Read)] (DigitalOceanClient client) => client.ReadAsync(); app.MapGet(\"/x\", load);", "")]
    [InlineData("app.MapGet(\"/x\", Handlers.Load);", "static class Handlers { [RequireScope(Scopes.Droplet.Read)] public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("app.MapGet(\"/x\", Handlers.Load);", "static class Handlers { [RequireScope(Scopes.SshKey.Read, Scopes.Droplet.Read)] public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("app.MapGet(\"/x\", new Derived().Load);", "class Base { [RequireScope(Scopes.Droplet.Read)] public virtual Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); } class Derived : Base { public override Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("app.MapGet(\"/x\", Handlers.Load);", "static partial class Handlers { [RequireScope(Scopes.Droplet.Read)] public static partial Task<string> Load(DigitalOceanClient client); } static partial class Handlers { public static partial Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    public Task An_attribute_on_the_handler_counts(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);

    [Theory]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Handlers.Load);", "[RequireScope(Scopes.Droplet.Read)] static class Handlers { public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("IHandler handler = new Handler(); app.{|DOO103:MapGet|}(\"/x\", handler.Load);", "interface IHandler { [RequireScope(Scopes.Droplet.Read)] Task<string> Load(DigitalOceanClient client); } class Handler : IHandler { public Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (DigitalOceanClient client) => Handlers.Load(client));", "static class Handlers { [RequireScope(Scopes.Droplet.Read)] public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Handlers.Load);", "static class Handlers { [RequireScope(Scopes.SshKey.Read)] public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    public Task An_attribute_elsewhere_does_not(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);
}
