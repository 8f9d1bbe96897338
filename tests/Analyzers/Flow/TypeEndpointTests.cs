namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 on what frameworks make endpoints of: it names the type and method, and a guard in the form that has an effect there.</summary>
public sealed class TypeEndpointTests
{
    [Theory]
    [InlineData(
        "app.MapControllers();",
        "public class DropletsController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task<string> {|#0:List|}() => client.GetStringAsync(\"/v2/droplets\"); }",
        "DropletsController.List calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)].")]
    [InlineData(
        "app.MapControllers();",
        "public class DropletsController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task<string> {|#0:List|}() => Load(); private Task<string> Load() => client.ReadAsync(); }",
        "DropletsController.List calls GET /v2/droplets through Load → ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)].")]
    [InlineData(
        "app.MapControllers();",
        "[RequireScope(Scopes.Droplet.Read)] public class DropletsController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { [AllowAnonymous] public Task<string> {|#0:List|}() => client.GetStringAsync(\"/v2/droplets\"); }",
        "DropletsController.List calls GET /v2/droplets, but [AllowAnonymous] disables the guard for the scope 'droplet:read'. Remove it, or check user.HasScope(Scopes.Droplet.Read) before the call.")]
    [InlineData(
        "app.MapControllers();",
        "public abstract class Lists(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task<string> List() => client.GetStringAsync(\"/v2/droplets\"); }\n[RequireScope(Scopes.Droplet.Read)] public class FirstController(DigitalOceanClient client) : Lists(client);\npublic class {|#0:SecondController|}(DigitalOceanClient client) : Lists(client);",
        "SecondController.List calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)] to SecondController.")]
    [InlineData(
        "app.MapControllers();",
        "public abstract class Lists(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { public Task<string> {|#0:List|}() => client.GetStringAsync(\"/v2/droplets\"); }\npublic class FirstController(DigitalOceanClient client) : Lists(client);\npublic class SecondController(DigitalOceanClient client) : Lists(client);",
        "FirstController.List and SecondController.List call GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)].")]
    [InlineData(
        "app.MapRazorPages();",
        "public class IndexModel(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public Task {|#0:OnGetAsync|}() => client.GetStringAsync(\"/v2/droplets\"); }",
        "IndexModel.OnGetAsync calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)] to IndexModel.")]
    [InlineData(
        "app.MapHub<DropletHub>(\"/hub\");",
        "public class DropletHub(DigitalOceanClient client) : Microsoft.AspNetCore.SignalR.Hub { public override Task {|#0:OnConnectedAsync|}() => client.GetStringAsync(\"/v2/droplets\"); }",
        "DropletHub.OnConnectedAsync calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add [RequireScope(Scopes.Droplet.Read)] to DropletHub.")]
    public Task The_message_says_where_and_how(string statements, string declarations, string message) => FlowProject.SaysAsync(message, statements, declarations);

    [Theory]
    [InlineData("app.MapControllers().RequireDropletRead();")]
    [InlineData("var controllers = app.MapControllers(); controllers.RequireDropletRead();")]
    [InlineData("app.UseEndpoints(endpoints => endpoints.MapControllers().RequireDropletRead());")]
    [InlineData("app.MapGroup(\"/api\").RequireDropletRead().MapControllers();")]
    [InlineData("app.MapControllers().WithMetadata(new RequireScopeAttribute(Scopes.Droplet.Read));")]
    [InlineData("app.MapControllers(); app.MapControllers().RequireDropletRead();")]
    [InlineData("builder.Services.AddControllers(options => options.Conventions.Add(null!)); app.MapControllers();")]
    [InlineData("")]
    public Task Guards_are_read_where_controllers_are_mapped(string statements) => FlowProject.ReportsAsync(
        statements,
        "public class DropletsController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { [Microsoft.AspNetCore.Mvc.HttpGet(\"/x\")] public Task<string> List() => client.ReadAsync(); }");

    [Theory]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapControllers().RequireSshKeyRead();")]
    [InlineData("app.MapControllerRoute(\"x\", \"{controller}\").RequireDropletRead();")]
    [InlineData("var controllers = app.MapControllers(); if (args.Length > 0) { controllers.RequireDropletRead(); }")]
    [InlineData("builder.Services.AddControllers(options => options.Conventions.Add(new Microsoft.AspNetCore.Mvc.ApplicationModels.RouteTokenTransformerConvention(null!))); app.MapControllers();")]
    [InlineData("app.MapControllers().RequireDropletRead(); app.MapGroup(\"/open\").MapControllers();")]
    public Task Other_ways_to_map_controllers_guard_nothing(string statements) => FlowProject.ReportsAsync(
        statements,
        "public class DropletsController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase { [Microsoft.AspNetCore.Mvc.HttpGet(\"/x\")] public Task<string> {|DOO103:List|}() => client.ReadAsync(); }");
}
