namespace DoOAuth.Analyzers.Tests.Limits;

/// <summary>No code keeps the analysis busy for ever, fills the stack or makes it fail.</summary>
public sealed class EndlessTests
{
    private const string Handlers = "record Droplet; interface IHandler<T> { Task Handle(); } class OfDroplet(DigitalOceanClient client) : IHandler<Droplet> { public Task Handle() => client.GetAsync(\"/v2/droplets\"); }";

    [Theory]
    [InlineData("a constructor that makes more of its class", "app.MapGet(\"/x\", (DigitalOceanClient client) => new Resource(client, \"/v2\").Child(\"account\").Get());", "sealed class Resource(DigitalOceanClient client, string path) { public Resource Child(string name) => new(client, $\"{path}/{name}\"); public Task<string> Get() => client.GetStringAsync(path); }")]
    [InlineData("a method that calls itself with more conditions", "app.MapGet(\"/x\", (Service service, DigitalOceanUser user) => service.Get(user, \"/v2/account\"));", "class Service(DigitalOceanClient client) { public Task<string> Get(DigitalOceanUser user, string path) => user.HasScope(Scopes.Account.Read) ? Get(user, path) : client.GetStringAsync(path); }")]
    [InlineData("methods that double what they pass on", "app.MapGet(\"/x\", (Service service) => service.Get0(\"/v2/account\", true));", "class Service(DigitalOceanClient client) { DOUBLING public Task Get30(string path, bool more) => client.GetAsync(path); }")]
    [InlineData("a generic local function that calls itself", "app.MapGet(\"/x\", async (IHandler<Droplet> handler) => { await Retry(handler); async Task Retry<T>(IHandler<T> h) { try { await h.Handle(); } catch (HttpRequestException) { await Retry<T>(h); } } });", Handlers)]
    [InlineData("methods that pass a builder to each other, and that nobody calls", "", "static class Maps { CIRCLE public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", (DigitalOceanClient client) => client.GetAsync(\"/v2/droplets\")); }")]
    public Task A_search_ends(string what, string statements, string declarations)
    {
        Assert.NotEmpty(what);
        declarations = declarations.Replace("CIRCLE", string.Concat(Enumerable.Range(0, 12).Select(number =>
            $"public static void Map{number}(IEndpointRouteBuilder routes) {{ Map(routes); {string.Concat(Enumerable.Range(0, 12).Select(other => $"Map{other}(routes); "))}}} ")), StringComparison.Ordinal);
        return Endless.EndsAsync(statements, declarations.Replace("DOUBLING", string.Concat(Enumerable.Range(0, 30).Select(number =>
            $"public Task Get{number}(string path, bool more) => Get{number + 1}(more ? path + \"a\" : path + \"b\", more); ")), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("conditions", "bool current = false, previous = false; while (text.Length > 0) { previous = current; current = previous || user.HasScope(Scopes.Droplet.Read); if (current) { await client.GetAsync(\"/v2/droplets\"); } }")]
    [InlineData("conditions that double", "var c0 = user.HasScope(Scopes.Droplet.Read); CONDITIONS if (c30) { await client.GetAsync(\"/v2/droplets\"); }")]
    [InlineData("delegates", "Func<Task> first = () => client.GetAsync(\"/v2/droplets\"), second = first; while (text.Length > 0) { first = second; second = first; await second(); }")]
    [InlineData("objects", "var r = new R { P = \"/v2/droplets\" }; while (text.Length > 0) { await client.GetAsync(r.P); r = new R { P = r.P + \"/x\" }; }")]
    [InlineData("a local that grows by itself", "var path = \"/v2/droplets?a=b\"; GROWING await client.GetAsync(path);")]
    [InlineData("a local that grows in a loop", "var path = \"/v2/droplets?a=b\"; while (text.Length > 0) { GROWING await client.GetAsync(path); }")]
    [InlineData("two locals that grow by each other", "string path = \"/v2/droplets\", other = \"\"; while (text.Length > 0) { MUTUAL await client.GetAsync(path); }")]
    [InlineData("a local that may grow", "var path = \"/v2/droplets?a=b\"; MAYBE await client.GetAsync(path);")]
    [InlineData("locals that double", "var p0 = \"x\"; DOUBLING await client.GetAsync(p40);")]
    [InlineData("locals that double what is not known", "var p0 = text; DOUBLING await client.GetAsync(p40);")]
    [InlineData("loops within loops", "var path = \"/v2/droplets\"; NESTED await client.GetAsync(path);")]
    [InlineData("a long sum", "await client.GetAsync(\"/v2/droplets\" SUM);")]
    [InlineData("a long sum of a local", "var path = text; path = path SUM; await client.GetAsync(path);")]
    [InlineData("an element of a tuple by its number", "var t = (Path: \"/v2/droplets\", Id: 1); await client.GetAsync(t.Item1); Console.WriteLine(t.Id);")]
    [InlineData("an element at a negative index", "var paths = new[] { \"/v2/droplets\" }; await client.GetAsync(paths[-1]);")]
    public Task A_reading_ends(string what, string body)
    {
        Assert.NotEmpty(what);
        body = body
            .Replace("CONDITIONS", Repeat(30, number => $"var c{number + 1} = c{number} && c{number}; "), StringComparison.Ordinal)
            .Replace("GROWING", Repeat(24, number => $"path = $\"{{path}}&b{number}={{text}}\"; "), StringComparison.Ordinal)
            .Replace("MUTUAL", Repeat(16, number => $"other = path + \"{number}\"; path = other + \"/{number}\"; "), StringComparison.Ordinal)
            .Replace("MAYBE", Repeat(40, number => $"if (text.Length > {number}) {{ path = path + \"&b={number}\"; }} "), StringComparison.Ordinal)
            .Replace("DOUBLING", Repeat(40, number => $"var p{number + 1} = p{number} + p{number}; "), StringComparison.Ordinal)
            .Replace("NESTED", Repeat(24, _ => "while (text.Length > 0) { ") + "path = path + \"/x\";" + Repeat(24, _ => " }"), StringComparison.Ordinal)
            .Replace("SUM", Repeat(3000, _ => "+ text "), StringComparison.Ordinal);
        return Endless.EndsAsync("app.MapGet(\"/x\", async (DigitalOceanUser user, DigitalOceanClient client, string text) => { " + body + " });", "class R { public string P { get; init; } = \"\"; }");
    }

    [Fact]
    public Task Builders_that_take_each_other_s_place_are_read() => Endless.EndsAsync(
        "var a = app.MapGroup(\"/a\"); var b = a; while (args.Length > 0) { b = a.WithTags(\"t\"); a = b; } a.MapGet(\"/x\", (DigitalOceanClient client) => client.GetAsync(\"/v2/droplets\"));");

    [Theory]
    [InlineData("the children of what was read", "foreach (var c in n.Children) { await Delete(c); }")]
    [InlineData("the next of what was read", "await Delete(n.Next);")]
    [InlineData("the children of it, by another method", "foreach (var c in n.Children) { await Other(c); }")]
    [InlineData("each of the many parts of it", "await Other(n.A); await Other(n.B); await Other(n.C); await Other(n.D); await Other(n.E); await Other(n.F);")]
    [InlineData("the next of it, two at a time", "await Other(n.Next.Next);")]
    public Task A_text_of_an_object_that_is_followed_for_ever_ends(string what, string more)
    {
        Assert.NotEmpty(what);
        return Endless.EndsAsync(
            "app.MapGet(\"/x\", (Deleter deleter, Database database) => deleter.Delete(database.Read()));",
            "record Node(string Id, List<Node> Children, Node Next, Node A, Node B, Node C, Node D, Node E, Node F); class Database { public Node Read() => System.Text.Json.JsonSerializer.Deserialize<Node>(\"{}\")!; }"
            + "class Deleter(DigitalOceanClient client) { public async Task Delete(Node n) { await client.DeleteAsync($\"/v2/droplets/{n.Id}\"); " + more + " } Task Other(Node n) => Delete(n); }");
    }

    [Theory]
    [InlineData("DOO102", "var t = (Path: \"/v2/images\", Id: 1); await client.GetAsync(t.Item1); Console.WriteLine(t.Id);")]
    [InlineData("DOO102", "var path = \"/v2/images\"; path = $\"{path}?a={text}\"; path = $\"{path}&b={text}\"; await client.GetAsync(path);")]
    [InlineData("DOO102", "var path = \"/v2/account\"; await client.GetAsync(path); path = \"/v2/images\"; path = path + \"?a=b\"; await client.GetAsync(path);")]
    public async Task What_can_be_read_is_still_read(string rule, string body) => Assert.Equal(
        [rule], await Endless.EndsAsync("app.MapGet(\"/x\", async (DigitalOceanClient client, string text) => { " + body + " }).RequireDropletRead().RequireAccountRead();"));

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
}
