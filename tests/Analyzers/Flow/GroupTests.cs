namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: guards on groups, wherever the group's builder goes.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\"); group.RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\"); group.MapGet(\"/x\", Api.ReadAsync); group.WithTags(\"t\").RequireDropletRead();")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapGroup(\"/h\").WithTags(\"t\").MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("var outer = app.MapGroup(\"/g\").RequireDropletRead(); var inner = outer.MapGroup(\"/h\"); inner.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("var outer = app.MapGroup(\"/g\"); var inner = outer.MapGroup(\"/h\"); inner.MapGet(\"/x\", Api.ReadAsync); outer.RequireDropletRead();")]
    [InlineData("var group = args.Length > 0 ? app.MapGroup(\"/g\").RequireDropletRead() : app.MapGroup(\"/h\").RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("RouteGroupBuilder group; if (args.Length > 0) { group = app.MapGroup(\"/g\"); } else { group = app.MapGroup(\"/h\"); } group.RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("foreach (var group in new[] { app.MapGroup(\"/g\"), app.MapGroup(\"/h\") }) { group.RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("IEndpointRouteBuilder routes = app.MapGroup(\"/g\").RequireDropletRead(); routes.MapGet(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); void Map() { group.MapGet(\"/x\", Api.ReadAsync); } Map();")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); void Map(RouteGroupBuilder inner) => inner.MapGet(\"/x\", Api.ReadAsync); Map(group);")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); args.ToList().ForEach(path => group.MapGet(path, Api.ReadAsync));")]
    public Task A_guard_on_a_group_around_counts(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("var group = app.MapGroup(\"/g\").RequireSshKeyRead(); group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var outer = app.MapGroup(\"/g\"); outer.MapGroup(\"/h\").RequireDropletRead(); outer.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\"); if (args.Length > 0) { group.RequireDropletRead(); } group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = args.Length > 0 ? app.MapGroup(\"/g\").RequireDropletRead() : app.MapGroup(\"/h\"); group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); group = app.MapGroup(\"/h\"); group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync);")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync); group = app.MapGroup(\"/h\"); group.{|DOO103:MapGet|}(\"/y\", Api.ReadAsync);")]
    [InlineData("app.UseRouting(); app.UseEndpoints(endpoints => endpoints.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync));")]
    public Task A_guard_elsewhere_does_not(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapDroplets();", "static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGroup(\"/g\").MapDroplets().RequireDropletRead();", "static class Droplets { public static RouteGroupBuilder MapDroplets(this RouteGroupBuilder group) { group.MapGet(\"/x\", Api.ReadAsync); return group; } }")]
    [InlineData("var group = app.MapGroup(\"/g\"); Droplets.Map(group); group.RequireDropletRead();", "static class Droplets { public static void Map(IEndpointRouteBuilder group) => group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapA();", "static class Droplets { public static void MapA(this RouteGroupBuilder group) => group.MapGroup(\"/a\").MapB(); static void MapB(this RouteGroupBuilder group) => group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapDroplets();", "static class Droplets { public static void MapDroplets(this IEndpointRouteBuilder app) { var group = app.MapGroup(\"/g\").RequireDropletRead(); group.MapGet(\"/x\", Api.ReadAsync); } }")]
    [InlineData("app.MapDroplets().MapGet(\"/x\", Api.ReadAsync);", "static class Droplets { public static RouteGroupBuilder MapDroplets(this IEndpointRouteBuilder app) => app.MapGroup(\"/g\").RequireDropletRead(); }")]
    [InlineData("app.MapDroplets().RequireDropletRead();", "static class Droplets { public static RouteHandlerBuilder MapDroplets(this IEndpointRouteBuilder app) => app.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).Guarded();", "static class Droplets { public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder endpoint) => endpoint.RequireDropletRead(); }")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).Guarded();", "static class Droplets { public static T Guarded<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(\"m\").RequireDropletRead(); }")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).Guarded();", "static class Droplets { public static T Guarded<T>(this T endpoint) where T : IEndpointConventionBuilder { endpoint.Twice(); return endpoint; } static void Twice<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.RequireDropletRead(); }")]
    [InlineData("app.MapGet(\"/x\", Api.ReadAsync).Tagged().RequireDropletRead();", "static class Droplets { public static T Tagged<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithTags(\"t\"); }")]
    [InlineData("app.MapGroup(\"/g\").Guarded().MapGet(\"/x\", Api.ReadAsync);", "static class Droplets { extension(RouteGroupBuilder group) { public RouteGroupBuilder Guarded() => group.RequireDropletRead(); } }")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapDroplets();", "static class Droplets { extension(RouteGroupBuilder group) { public void MapDroplets() => group.MapGet(\"/x\", Api.ReadAsync); } }")]
    [InlineData("app.MapGuarded(\"/x\", Api.ReadAsync);", "static class Droplets { public static RouteHandlerBuilder MapGuarded(this IEndpointRouteBuilder app, string path, Delegate handler) => app.MapGet(path, handler).RequireDropletRead(); }")]
    [InlineData("app.MapPlain(\"/x\", Api.ReadAsync).RequireDropletRead();", "static class Droplets { public static RouteHandlerBuilder MapPlain(this IEndpointRouteBuilder app, string path, Delegate handler) => app.MapGet(path, handler); }")]
    [InlineData("new Droplets(app).Map();", "class Droplets { readonly RouteGroupBuilder _group; public Droplets(IEndpointRouteBuilder app) { _group = app.MapGroup(\"/g\").RequireDropletRead(); } public void Map() => _group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("new Droplets(app).Map();", "class Droplets { readonly RouteGroupBuilder _group; public Droplets(IEndpointRouteBuilder app) { _group = app.MapGroup(\"/g\"); _group.RequireDropletRead(); } public void Map() => _group.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("foreach (var module in new IModule[] { new Droplets() }) { module.Map(app.MapGroup(\"/g\").RequireDropletRead()); }", "interface IModule { void Map(IEndpointRouteBuilder routes); } class Droplets : IModule { public void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().Map<Droplets>();", "interface IModule { static abstract void Map(IEndpointRouteBuilder routes); } class Droplets : IModule { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", Api.ReadAsync); } static class Modules { public static void Map<T>(this RouteGroupBuilder group) where T : IModule => T.Map(group); }")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().With(group => group.MapGet(\"/x\", Api.ReadAsync));", "static class Droplets { public static void With(this RouteGroupBuilder group, Action<RouteGroupBuilder> map) => map(group); }")]
    public Task A_group_is_followed_through_methods(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);

    [Theory]
    [InlineData("app.MapGroup(\"/g\").MapDroplets();", "static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGroup(\"/g\").RequireDropletRead().MapDroplets(); app.MapGroup(\"/h\").MapDroplets();", "static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("", "static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapGet(\"/y\", () => \"\").Guarded();", "static class Droplets { public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder endpoint) => endpoint.RequireDropletRead(); public static void Map(WebApplication app) => app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync).Guarded(args.Length > 0);", "static class Droplets { public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder endpoint, bool really) { if (really) { endpoint.RequireDropletRead(); } return endpoint; } }")]
    [InlineData("var endpoint = app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); if (args.Length > 0) { endpoint.Guarded(); }", "static class Droplets { public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder endpoint) => endpoint.RequireDropletRead(); }")]
    [InlineData("app.{|DOO103:MapPlain|}(\"/x\", Api.ReadAsync); app.MapPlain(\"/y\", () => \"\");", "static class Droplets { public static RouteHandlerBuilder MapPlain(this IEndpointRouteBuilder app, string path, Delegate handler) => app.MapGet(path, handler); }")]
    [InlineData("app.MapDroplets(); app.MapDroplets().RequireDropletRead();", "static class Droplets { public static RouteHandlerBuilder MapDroplets(this IEndpointRouteBuilder app) => app.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("new Droplets(app).Map();", "class Droplets { readonly RouteGroupBuilder _group; public Droplets(IEndpointRouteBuilder app) { _group = app.MapGroup(\"/g\"); } public void Map() => _group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); }")]
    [InlineData("app.MapAll(3);", "static class Droplets { public static void MapAll(this IEndpointRouteBuilder group, int depth) { group.{|DOO103:MapGet|}(\"/x\", Api.ReadAsync); if (depth > 0) { group.MapGroup(\"/g\").MapAll(depth - 1); } } }")]
    public Task A_way_in_without_a_guard_is_reported(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);

    [Fact]
    public Task Groups_are_followed_across_files() => FlowProject.ReportsAsync(
        "app.MapGroup(\"/api\").RequireDropletRead().MapDroplets(); app.MapKeys();",
        "",
        "static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.MapInner(); }",
        "static class Inner { public static void MapInner(this IEndpointRouteBuilder routes) { routes.MapGet(\"/a\", Api.ReadAsync); routes.{|DOO103:MapGet|}(\"/b\", Api.KeysAsync); } }",
        "static class Keys { public static void MapKeys(this IEndpointRouteBuilder routes) => routes.MapGroup(\"/keys\").Secured().MapGet(\"/c\", Api.KeysAsync); }",
        "static class Security { public static RouteGroupBuilder Secured(this RouteGroupBuilder group) => group.WithTags(\"keys\").RequireSshKeyRead(); }");
}
