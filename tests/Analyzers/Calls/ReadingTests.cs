using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>Which values count: what is overwritten does not, nor what only another branch has; what cannot be known is a hole.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("a value that is overwritten", "var path = \"/v2/images\"; path = \"/v2/account\"; await client.GetAsync(path);")]
    [InlineData("a value of the other branch", "string path; if (flag) { path = \"/v2/images\"; } else { path = \"/v2/account\"; await client.GetAsync(path); }")]
    [InlineData("a value that both branches overwrite", "var path = \"/v2/images\"; if (flag) { path = \"/v2/account\"; } else { path = \"/v2/account?x=1\"; } await client.GetAsync(path);")]
    [InlineData("a value of a branch that returns", "var path = \"/v2/account\"; if (flag) { path = \"/v2/images\"; return; } await client.GetAsync(path);")]
    [InlineData("a value of a branch that throws", "var path = \"/v2/account\"; if (flag) { path = \"/v2/images\"; throw new InvalidOperationException(); } await client.GetAsync(path);")]
    [InlineData("a value of a later assignment", "var path = \"/v2/account\"; await client.GetAsync(path); path = \"/v2/images\"; Console.WriteLine(path);")]
    [InlineData("a value of an other case", "string path; switch (text) { case \"a\": path = \"/v2/images\"; break; default: path = \"/v2/account\"; await client.GetAsync(path); break; } Console.WriteLine(path);")]
    [InlineData("a value that a method outside of the project gives out", "if (Uri.TryCreate(text, UriKind.Relative, out var path)) { await client.GetAsync(path); }")]
    [InlineData("a parameter that a method changes", "text = \"/v2/images\"; Change(ref text); await client.GetAsync(text);")]
    [InlineData("a value that a method changes", "var path = \"/v2/images\"; Change(ref path); await client.GetAsync(path);")]
    [InlineData("a value of a deconstruction", "var (path, other) = Both(); await client.GetAsync(path);")]
    [InlineData("a value of a lambda's parameter", "Func<string, Task> get = path => client.GetAsync(path); await get(\"/v2/account\");")]
    [InlineData("a value of a lambda's parameter that is assigned after its use", "Func<string, Task> get = path => { var task = client.GetAsync(path); path = \"/v2/images\"; Console.WriteLine(path); return task; }; await get(\"/v2/account\");")]
    [InlineData("a value of a block that is assigned after its use", "while (flag) { var path = Console.ReadLine(); await client.GetAsync(path); path = \"/v2/images\"; Console.WriteLine(path); }")]
    [InlineData("a value that grows in a loop", "var path = \"/v2/\"; foreach (var part in text) { path += part; } await client.GetAsync(path);")]
    [InlineData("a value that a loop completes", "var path = \"/v2/accoun\"; foreach (var part in text) { path += part; } await client.GetAsync(path);")]
    [InlineData("a field that changes", "await client.GetAsync(_changing);")]
    [InlineData("a field that the constructor assigns", "await client.GetAsync(_assigned);")]
    [InlineData("a property that changes", "await client.GetAsync(Changing);")]
    [InlineData("a property that may be overridden", "await client.GetAsync(Overridable);")]
    [InlineData("a method that may be overridden", "await client.GetAsync(Overridden());")]
    [InlineData("a request that somebody makes", "await client.SendAsync(Make());")]
    [InlineData("a method of the same name", "await new Namesake().GetAsync(\"/v2/images\");")]
    [InlineData("a client with a base address of its own", "await new OwnBase(null!).GetAsync(\"images\");")]
    public Task Is_not_reported(string what, string body) => ReportsAsync(what, body);

    [Theory]
    [InlineData("a value of either branch", "string path; if (flag) { path = \"/v2/images\"; } else { path = \"/v2/account\"; } await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value of one branch", "var path = \"/v2/account\"; if (flag) { path = \"/v2/images\"; } await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value of a loop's last turn", "var path = \"/v2/account\"; while (flag) { await client.GetAsync({|DOO102:path|}); path = \"/v2/images\"; }")]
    [InlineData("a value before a break", "var path = \"/v2/account\"; while (flag) { if (text == \"\") { path = \"/v2/images\"; break; } } await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value of a try block", "var path = \"/v2/account\"; try { path = \"/v2/images\"; Give(out _); } catch (InvalidOperationException) { } await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value of a case", "var path = \"/v2/account\"; switch (text) { case \"a\": path = \"/v2/images\"; break; } await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value that comes when there is none", "string? path = flag ? null : \"/v2/account\"; path ??= \"/v2/images\"; await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value that a method gives out", "Give(out var path); await client.GetAsync({|DOO102:path|});")]
    [InlineData("a value in a lambda", "var path = \"/v2/images\"; Func<Task> get = () => client.GetAsync({|DOO102:path|}); await get();")]
    [InlineData("a value in two lambdas", "var path = \"/v2/images\"; Func<Task> get = () => client.GetAsync({|DOO102:path|}), again = () => client.GetAsync({|DOO102:path|}); await get(); await again();")]
    [InlineData("a value whose name a local function has for another", "var path = \"/v2/images\"; await client.GetAsync({|DOO102:path|}); Other(\"\"); static void Other(string path) { path = \"/v2/account\"; Console.WriteLine(path); }")]
    [InlineData("a value that a lambda's parameter is given in it", "Func<string, Task> get = path => { path = \"/v2/images\"; return client.GetAsync({|DOO102:path|}); }; await get(\"/v2/account\");")]
    [InlineData("a value that a lambda meets later", "var path = \"/v2/account\"; Func<Task> get = () => client.GetAsync({|DOO102:path|}); path = \"/v2/images\"; await get();")]
    [InlineData("a value in a local function", "var path = \"/v2/images\"; await Get(); return; Task Get() => client.GetAsync({|DOO102:path|});")]
    [InlineData("a value of a list", "foreach (var path in new[] { \"/v2/account\", \"/v2/images\" }) { await client.GetAsync({|DOO102:path|}); }")]
    [InlineData("a parameter that is assigned", "text = \"/v2/images\"; await client.GetAsync({|DOO102:text|});")]
    [InlineData("a parameter that is assigned under its name with an @", "@text = \"/v2/images\"; await client.GetAsync({|DOO102:text|});")]
    [InlineData("a parameter that is assigned under its name with an escaped letter", "t\\u0065xt = \"/v2/images\"; await client.GetAsync({|DOO102:text|});")]
    [InlineData("a parameter that is assigned in a deconstruction", "(text, _) = (\"/v2/images\", 1); text = \"/v2/images\"; await client.GetAsync({|DOO102:text|});")]
    [InlineData("a parameter that is assigned in brackets", "(text) = \"/v2/images\"; await client.GetAsync({|DOO102:text|});")]
    [InlineData("a path that is trimmed", "await client.GetAsync({|DOO102:\"/v2/images/\".Trim('/')|});")]
    [InlineData("a base that is trimmed", "await client.GetAsync({|DOO102:_changing.TrimEnd('/') + \"/v2/images\"|});")]
    [InlineData("a route value that is escaped", "await client.GetAsync({|DOO102:$\"/v2/images/{Uri.EscapeDataString(\"a/b\")}\"|});")]
    [InlineData("an unknown verb of a path that has one", "await client.SendAsync({|DOO102:new HttpRequestMessage(Verb(), \"/v2/regions\")|});")]
    [InlineData("a query of ASP.NET Core's", "await client.GetAsync({|DOO102:$\"/v2/images{QueryString.Create(\"page\", \"2\")}\"|});")]
    [InlineData("a local of type HttpClient", "HttpClient http = client; await http.GetAsync({|DOO102:\"/v2/images\"|});")]
    [InlineData("a request that is changed", "var request = new HttpRequestMessage(HttpMethod.Get, \"/v2/account\"); request.RequestUri = new Uri(\"/v2/images\", UriKind.Relative); await client.SendAsync({|DOO102:request|});")]
    [InlineData("a method that returns the path", "await client.GetAsync({|DOO102:Images(text)|});")]
    [InlineData("a constant of an enum", "await client.GetAsync({|DOO102:$\"/v2/{Word.images}\"|});")]
    [InlineData("a constant of an enum behind a text", "await client.GetAsync({|DOO102:\"/v2/\" + Word.images|});")]
    [InlineData("a constant that an enum gave", "const Word Word = Word.images; await client.GetAsync({|DOO102:string.Format(\"/v2/{0}\", Word)|});")]
    [InlineData("the verb HEAD", "await client.SendAsync({|DOO102:new HttpRequestMessage(HttpMethod.Head, \"/v2/images\")|});")]
    [InlineData("a request that a method makes in steps", "await client.SendAsync({|DOO102:Request(\"/v2/images\")|});")]
    [InlineData("a path that a method makes in steps", "await client.GetAsync({|DOO102:Steps(text)|});")]
    [InlineData("a private property of the instance", "await client.GetAsync({|DOO102:Fixed|});")]
    [InlineData("a request that a helper fills", "var request = new HttpRequestMessage(); Fill(request); await client.SendAsync({|DOO102:request|});")]
    [InlineData("a client that is somebody else's half of the time", "HttpClient http = flag ? client : new HttpClient(); await http.GetAsync({|DOO102:\"/v2/images\"|});")]
    [InlineData("a client that is somebody else's in one branch", "HttpClient http = client; if (flag) { http = new HttpClient(); } await http.GetAsync({|DOO102:\"/v2/images\"|});")]
    public Task Is_reported(string what, string body) => ReportsAsync(what, body);

    private static Task ReportsAsync(string what, string body) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync($$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        public static partial class DropletDeck;

        /// <summary>Calls with {{what}}.</summary>
        abstract class Calls
        {
            private string _changing = "/v2/images";
            private readonly string _assigned = "/v2/images";

            protected Calls(string assigned) => _assigned = assigned;

            public string Changing { get; set; } = "/v2/images";

            public virtual string Overridable => "/v2/images";

            private string Fixed => "/v2/images";

            public void Change() => _changing = "/v2/account";

            public async Task Run(DigitalOceanClient client, bool flag, string text)
            {
                await Task.Yield();
                {{body}}
            }

            protected virtual string Overridden() => "/v2/images";

            protected abstract HttpRequestMessage Make();

            private static string Images(string slug) => $"/v2/images/{DigitalOceanPath.Segment(slug)}";

            private enum Word { actions, images }

            private static HttpRequestMessage Request(string path)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("X-Trace", "1");
                return request;
            }

            private static string Steps(string slug)
            {
                var path = "/v2/images";
                path += "/" + DigitalOceanPath.Segment(slug);
                return path;
            }

            private static HttpMethod Verb() => HttpMethod.Parse(Console.ReadLine());

            private static void Give(out string path) => path = "/v2/images";

            private static void Change(ref string path) => path = "/v2/account";

            private static (string, string) Both() => ("/v2/account", "");

            private static void Fill(HttpRequestMessage request) => request.RequestUri = new Uri("/v2/images", UriKind.Relative);
        }

        class OwnBase : DigitalOceanClient
        {
            public OwnBase(DigitalOceanClientHandler handler)
                : base(handler) => BaseAddress = new Uri(BaseAddress!, "/v2/");
        }

        class Namesake
        {
            public Task GetAsync(string requestUri) => Task.FromResult(requestUri);
        }
        """);
}
