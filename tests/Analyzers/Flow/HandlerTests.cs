namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: a handler is read in whichever way it is written.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("""app.{|DOO103:MapGet|}("/x", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets"));""")]
    [InlineData("""app.{|DOO103:MapPost|}("/x", async (DigitalOceanClient client) => { await Task.Yield(); return await client.ReadAsync(); });""")]
    [InlineData("""app.{|DOO103:MapPut|}("/x", static async (DigitalOceanClient client) => await client.ReadAsync());""")]
    [InlineData("""app.{|DOO103:MapDelete|}("/x", delegate(DigitalOceanClient client) { return client.ReadAsync(); });""")]
    [InlineData("""app.{|DOO103:MapPatch|}("/x", (DigitalOceanClient client) => client.ReadAsync()).WithName("x");""")]
    [InlineData("""app.{|DOO103:MapMethods|}("/x", ["GET"], (DigitalOceanClient client) => client.ReadAsync());""")]
    [InlineData("""app.{|DOO103:Map|}("/x", (DigitalOceanClient client) => client.ReadAsync());""")]
    [InlineData("""app.{|DOO103:MapFallback|}((DigitalOceanClient client) => client.ReadAsync());""")]
    [InlineData("""app.{|DOO103:MapFallback|}("/x", (DigitalOceanClient client) => client.ReadAsync());""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", async context => await context.RequestServices.GetRequiredService<DigitalOceanClient>().ReadAsync());""")]
    [InlineData("""app.{|DOO103:MapFallback|}(async (HttpContext context) => { await context.RequestServices.GetRequiredService<DigitalOceanClient>().ReadAsync(); });""")]
    [InlineData("""EndpointRouteBuilderExtensions.{|DOO103:MapGet|}(app, "/x", (DigitalOceanClient client) => client.ReadAsync());""")]
    [InlineData("""EndpointRouteBuilderExtensions.{|DOO103:MapGet|}(handler: (DigitalOceanClient client) => client.ReadAsync(), pattern: "/x", endpoints: app);""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Load); Task<string> Load(DigitalOceanClient client) => client.ReadAsync();""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Load); static async Task<string> Load(DigitalOceanClient client) { return await client.ReadAsync(); }""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Api.ReadAsync);""")]
    [InlineData("""var load = (DigitalOceanClient client) => client.ReadAsync(); app.{|DOO103:MapGet|}("/x", load);""")]
    [InlineData("""Func<DigitalOceanClient, Task<string>> load = Api.ReadAsync; app.{|DOO103:MapGet|}("/x", load);""")]
    [InlineData("""Delegate load; load = Api.ReadAsync; app.{|DOO103:MapGet|}("/x", load);""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", new Func<DigitalOceanClient, Task<string>>(client => client.ReadAsync()));""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", (Delegate)((DigitalOceanClient client) => client.ReadAsync()));""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", args.Length > 0 ? () => Task.FromResult("") : (Delegate)Api.ReadAsync);""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", args.Length switch { 0 => (Delegate)Api.ReadAsync, _ => () => "" });""")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", (HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/droplets"));""")]
    public Task A_handler_in_the_program_is_read(string statements) => FlowProject.ReportsAsync(statements);

    [Theory]
    [InlineData("""app.{|DOO103:MapGet|}("/x", new Service().Load);""", "class Service { public Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""var service = new Service(); app.{|DOO103:MapGet|}("/x", service.Load);""", "class Service { public Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service.Load<string>);""", "class Service { public static async Task<T> Load<T>(DigitalOceanClient client) => (T)(object)await client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service<string>.Load);""", "class Service<T> { public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service.Load);""", "class Service { public static readonly Delegate Load = (DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service.Load);""", "class Service { public static Func<DigitalOceanClient, Task<string>> Load { get; } = Api.ReadAsync; }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service.Load);""", "class Service { public static Delegate Load => (DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", new Service().Load);""", "class Service { public Delegate Load; public Service() { Load = Read; } Task<string> Read(DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", Service.Make());""", "class Service { public static Delegate Make() => (DigitalOceanClient client) => client.ReadAsync(); }")]
    [InlineData("""IService service = new Service(); app.{|DOO103:MapGet|}("/x", service.Load);""", "interface IService { Task<string> Load(DigitalOceanClient client); } class Service : IService { public Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }")]
    public Task A_handler_of_a_type_is_read(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);

    [Theory]
    [InlineData("""app.{|DOO103:MapGet|}("/x", () => "").AddEndpointFilter(async (context, next) => { await context.HttpContext.RequestServices.GetRequiredService<DigitalOceanClient>().ReadAsync(); return await next(context); });""", "")]
    [InlineData("""app.{|DOO103:MapGet|}("/x", () => "").AddEndpointFilter<Filter>();""", Filter)]
    [InlineData("""app.{|DOO103:MapGet|}("/x", () => "").AddEndpointFilter(new Filter(null!));""", Filter)]
    [InlineData("""var group = app.MapGroup("/g").AddEndpointFilter<Filter>(); group.{|DOO103:MapGet|}("/x", () => "");""", Filter)]
    [InlineData("""app.MapGet("/x", () => "").AddEndpointFilter(new Filter(null!)).RequireDropletRead();""", Filter)]
    [InlineData("""app.MapGet("/x", [RequireScope(Scopes.Droplet.Read)] () => "").AddEndpointFilter<Filter>();""", Filter)]
    public Task A_filter_counts_as_its_endpoints_handler(string statements, string declarations) => FlowProject.ReportsAsync(statements, declarations);

    [Theory]
    [InlineData("""app.MapGet("/x", () => "");""")]
    [InlineData("""app.MapGet("/x", (DigitalOceanClient client) => client.GetStringAsync("/v2/1-clicks"));""")]
    [InlineData("""app.MapGet("/x", (HttpClient http) => http.GetStringAsync("/v2/droplets"));""")]
    [InlineData("""app.MapGet("/x", (HttpClient http) => http.GetStringAsync("https://example.com/v2/droplets"));""")]
    [InlineData("""app.MapGet("/x", (DigitalOceanClient client, string path) => client.GetStringAsync(path));""")]
    [InlineData("""app.MapGet("/x", (DigitalOceanClient client) => client.ReadAsync()).RequireDropletRead();""")]
    [InlineData("""app.MapGet("/x", Nothing); static void Nothing() { } static Task<string> Unused(DigitalOceanClient client) => client.ReadAsync(); _ = (Delegate)Unused;""")]
    [InlineData("""app.Use(async (context, next) => { await context.RequestServices.GetRequiredService<DigitalOceanClient>().ReadAsync(); await next(context); });""")]
    public Task What_reaches_no_call_or_is_guarded_is_not_reported(string statements) => FlowProject.ReportsAsync(statements);

    private const string Filter = """
        class Filter(DigitalOceanClient client) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                await client.ReadAsync();
                return await next(context);
            }
        }
        """;

}
