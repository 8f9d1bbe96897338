namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>A call whose address comes from a parameter is read where callers give it, for every rule on calls.</summary>
public sealed class ForwardedAddressTests
{
    [Theory]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get(\"/v2/droplets\"); Task<string> Get(string path) => client.GetStringAsync(path); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get(\"droplets\"); Task<string> Get(string kind) => client.GetStringAsync($\"/v2/{kind}\"); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => First(\"/v2/droplets\"); Task<string> First(string path) => Second(path); Task<string> Second(string path) => client.GetStringAsync(path); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get<string>(path: \"/v2/droplets\"); async Task<T> Get<T>(int more = 0, string path = \"\") => (await client.GetFromJsonAsync<T>(path))!; }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Retry(() => Get(\"/v2/droplets\")); Task<string> Retry(Func<Task<string>> load) => load(); Task<string> Get(string path) => Retry(() => client.GetStringAsync(path)); }")]
    [InlineData("interface IApi { Task<string> Get(string path); } class Real(DigitalOceanClient client) : IApi { public Task<string> Get(string address) => client.GetStringAsync(address); } class Service(IApi api) { public Task<string> Load() => api.Get(\"/v2/droplets\"); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => client.Fetch(\"/v2/droplets\"); } static class Fetching { extension(DigitalOceanClient client) { public Task<string> Fetch(string path) => client.GetStringAsync(path); } }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() => (await Send(HttpMethod.Get, \"/v2/droplets\")).ToString(); Task<HttpResponseMessage> Send(HttpMethod verb, string path) => client.SendAsync(new HttpRequestMessage(verb, path)); }")]
    [InlineData("class Service(DigitalOceanClient client) { public async Task<string> Load() => (await Send(new HttpRequestMessage(HttpMethod.Get, \"/v2/droplets\"))).ToString(); Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Getting.Get(client, \"/v2/droplets\"); } static class Getting { public static Task<string> Get(HttpClient http, string path) => http.GetStringAsync(path); }")]
    [InlineData("partial class Service(DigitalOceanClient client) { public Task<string> Load() => Get(\"/v2/droplets\"); private partial Task<string> Get(string path); } partial class Service { private partial Task<string> Get(string address) => client.GetStringAsync(address); }")]
    [InlineData("abstract class Base(DigitalOceanClient client) { protected Task<string> Get(string path) => client.GetStringAsync(path); } class Service(DigitalOceanClient client) : Base(client) { public Task<string> Load() => Get(\"/v2/droplets\"); }")]
    public Task The_endpoint_is_reported(string declarations) => FlowProject.ReportsAsync(
        """app.{|DOO103:MapGet|}("/x", (Service service) => service.Load());""", declarations);

    [Theory]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get(\"/v2/1-clicks\"); public Task<string> Other() => Get(\"/v2/droplets\"); Task<string> Get(string path) => client.GetStringAsync(path); }")]
    [InlineData("class Service(HttpClient http) { public Task<string> Load() => Getting.Get(http, \"/v2/droplets\"); } static class Getting { public static Task<string> Get(HttpClient http, string path) => http.GetStringAsync(path); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get(Console.ReadLine()!); Task<string> Get(string path) => client.GetStringAsync(path); }")]
    [InlineData("class Service(DigitalOceanClient client) { public Task<string> Load() => Get(\"/v2/droplets\", 1); Task<string> Get(string path, int depth) => depth == 0 ? Task.FromResult(path) : Get(path, depth - 1); public Task<string> Other() => client.ReadAsync(); }")]
    public Task Each_caller_is_judged_by_its_own_address(string declarations) => FlowProject.ReportsAsync(
        """app.MapGet("/x", (Service service) => service.Load());""", declarations);

    [Fact]
    public Task An_undeclared_scope_and_a_wrong_path_are_reported_at_the_argument() => FlowProject.ReportsAsync(
        """app.MapGet("/x", (Service service) => service.Load());""",
        """
        class Service(DigitalOceanClient client)
        {
            public async Task<string> Load() => await Get({|DOO102:"/v2/volumes"|}) + await Get({|DOO105:"/v2/dropletz"|}) + await Get("/v2/1-clicks");
            private Task<string> Get(string path) => client.GetStringAsync(path);
        }
        """);

    [Fact]
    public Task A_method_that_hands_its_address_to_itself_is_left_after_some_rounds() => FlowProject.ReportsAsync(
        """app.{|DOO103:MapGet|}("/x", (Service service) => service.Load());""",
        """
        class Service(DigitalOceanClient client)
        {
            public Task<string> Load() => Get("/v2/droplets", 3);
            private Task<string> Get(string path, int depth) => depth == 0 ? client.GetStringAsync(path) : Get(path, depth - 1);
        }
        """);

    [Fact]
    public Task The_way_names_the_method_that_hands_the_address_on() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through Service.Load → Service.Get (Test0.cs, line 14), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/x", (Service service) => service.Load());""",
        """
        class Service(DigitalOceanClient client)
        {
            public Task<string> Load() => Get("/v2/droplets");
            private Task<string> Get(string path) => client.GetStringAsync(path);
        }
        """);
}
