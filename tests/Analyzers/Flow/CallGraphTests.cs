namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: the handler is followed through the project's code to the calls that it makes.</summary>
public sealed class CallGraphTests
{
    private const string Reported = """app.{|DOO103:MapGet|}("/x", (Service service) => service.Load());""";
    private const string Silent = """app.MapGet("/x", (Service service) => service.Load());""";

    [Theory]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { readonly DigitalOceanClient _client = client; public Task<string> Load() => _client.ReadAsync(); }")]
    [InlineData("class Service { readonly DigitalOceanClient _client; public Service(DigitalOceanClient client) => _client = client; public Task<string> Load() => _client.GetStringAsync(\"/v2/droplets\"); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Inner(); Task<string> Inner() => Third(); Task<string> Third() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() { return Inner(); Task<string> Inner() => client.ReadAsync(); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() { Func<Task<string>> load = () => client.ReadAsync(); return load(); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() => string.Concat(await Task.WhenAll(new[] { 1 }.Select(_ => client.ReadAsync()))); }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() => string.Concat(await Task.WhenAll(new[] { 1 }.Select(One))); Task<string> One(int number) => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() { await foreach (var text in All()) { return text; } return \"\"; } async IAsyncEnumerable<string> All() { yield return await client.ReadAsync(); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Text; Task<string> Text => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Text; Task<string> Text { get { return client.ReadAsync(); } } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => this[1]; Task<string> this[int index] => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { readonly Lazy<Task<string>> _text = new(() => client.ReadAsync()); public Task<string> Load() => _text.Value; }")]
    [InlineData("class Service(DigitalOceanClient client) { readonly Func<Task<string>> _text = client.ReadAsync; public Task<string> Load() => _text(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Recurse(3); Task<string> Recurse(int depth) => depth == 0 ? client.ReadAsync() : Recurse(depth - 1); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Ping(3); Task<string> Ping(int depth) => Pong(depth); Task<string> Pong(int depth) => depth == 0 ? client.ReadAsync() : Ping(depth - 1); }")]
    [InlineData("partial class Service(DigitalOceanClient client) { public partial Task<string> Load(); } partial class Service { public partial Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("partial class Service(DigitalOceanClient client) { public Task<string> Load() => Text; private partial Task<string> Text { get; } } partial class Service { private partial Task<string> Text { get => client.ReadAsync(); } }")]
    [InlineData("record Service(DigitalOceanClient Client) { public Task<string> Load() => Client.ReadAsync(); }")]
    [InlineData("readonly record struct Service(DigitalOceanClient Client) { public Task<string> Load() => Client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => new Inner(client).Text; class Inner { public Task<string> Text { get; } public Inner(DigitalOceanClient client) { Text = client.ReadAsync(); } } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => new Inner(client).Text; class Inner(DigitalOceanClient client) { public readonly Task<string> Text = client.ReadAsync(); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => new Derived(client).Text; class Inner { public Task<string> Text { get; } protected Inner(DigitalOceanClient client) { Text = client.ReadAsync(); } } class Derived(DigitalOceanClient client) : Inner(client); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => client.Twice(); } static class Extensions { extension(DigitalOceanClient client) { public Task<string> Twice() => client.Once(); private Task<string> Once() => client.Text; private Task<string> Text => client.GetStringAsync(\"/v2/droplets\"); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Extensions.Twice(client); } static class Extensions { extension(DigitalOceanClient client) { public Task<string> Twice() => client.GetStringAsync(\"/v2/droplets\"); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() => await Generic<string>(); async Task<T> Generic<T>() => (T)(object)await client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) : Base<string>(client) { public Task<string> Load() => base.Read(); } class Base<T>(DigitalOceanClient client) { protected Task<string> Read() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() { using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"/v2/droplets\")); return \"\"; } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() { try { return Task.FromResult(\"\"); } finally { _ = client.ReadAsync(); } } }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Array.Empty<int>() switch { [] => client.ReadAsync(), _ => Task.FromResult(\"\") }; }")]
    public Task A_service_is_followed(string declarations) => FlowProject.ReportsAsync(Reported, declarations);

    [Theory]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Task.FromResult(\"\"); public Task<string> Other() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Load(1); Task<string> Load(int number) => Load(); public Task<string> Other() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) { public string Load() => nameof(Other); public Task<string> Other() => client.ReadAsync(); }")]
    [InlineData("class Service(DigitalOceanClient client) : Base(client) { public override Task<string> Read() => Task.FromResult(\"\"); public Task<string> Load() => Read(); } class Base(DigitalOceanClient client) { public virtual Task<string> Read() => client.ReadAsync(); }")]
    [InlineData("sealed class Service : Base { public Task<string> Load() => Read(); } class Base { public virtual Task<string> Read() => Task.FromResult(\"\"); } class Other(DigitalOceanClient client) : Base { public override Task<string> Read() => client.ReadAsync(); }")]
    [InlineData("class Service { string Text { get; } = \"\"; public string Load() => Text; } class Other(DigitalOceanClient client) { public Task<string> Text => client.ReadAsync(); }")]
    public Task What_the_handler_does_not_run_is_not_reported(string declarations) => FlowProject.ReportsAsync(Silent, declarations);

    [Fact]
    public Task A_result_that_is_returned_is_executed() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/x", (DigitalOceanClient client) => new Result(client));
        app.MapGet("/y", () => Results.Ok());
        """,
        "class Result(DigitalOceanClient client) : IResult { public async Task ExecuteAsync(HttpContext context) => await context.Response.WriteAsync(await client.ReadAsync()); }");

    [Fact]
    public Task A_chain_through_several_files_is_followed() => FlowProject.ReportsAsync(
        """app.{|DOO103:MapGet|}("/x", Handlers.List);""",
        "",
        "static class Handlers { public static Task<string> List(First first) => first.Load(); }",
        "class First(Second second) { public Task<string> Load() => second.Load(); }",
        "partial class Second(DigitalOceanClient client) { public Task<string> Load() => Inner(); }",
        "partial class Second { private async Task<string> Inner() => await client.ReadAsync(); }");

    [Fact]
    public Task A_deep_chain_is_followed_to_its_end() => FlowProject.ReportsAsync(
        """app.{|DOO103:MapGet|}("/x", (DigitalOceanClient client) => Deep.M0(client));""",
        $$"""
        static class Deep
        {
            {{string.Join('\n', Enumerable.Range(0, 400).Select(depth => $"public static Task<string> M{depth}(DigitalOceanClient client) => M{depth + 1}(client);"))}}
            public static Task<string> M400(DigitalOceanClient client) => client.ReadAsync();
        }
        """);

    [Fact]
    public Task Each_missing_scope_is_reported_once() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:{|DOO103:MapGet|}|}("/x", async (DigitalOceanClient client) => await client.ReadAsync() + await client.KeysAsync() + await client.ReadAsync());
        app.{|DOO103:MapGet|}("/y", async (DigitalOceanClient client) => await client.ReadAsync() + await client.KeysAsync()).RequireDropletRead();
        """);
}
