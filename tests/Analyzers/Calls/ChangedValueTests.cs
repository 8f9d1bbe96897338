using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>What is changed after it was made is not read as it was made.</summary>
public sealed class ChangedValueTests
{
    [Theory]
    [InlineData("a list with more", "var paths = new List<string> { \"/v2/images\" }; paths.Insert(0, \"/v2/account\"); await client.GetAsync(paths[0]);")]
    [InlineData("a dictionary with another value", "var map = new Dictionary<string, string> { [\"a\"] = \"/v2/images\" }; map[\"a\"] = \"/v2/account\"; await client.GetAsync(map[\"a\"]);")]
    [InlineData("an array with another element", "var paths = new[] { \"/v2/images\" }; paths[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("an array that a method gets", "var paths = new[] { \"/v2/images\" }; Change(paths); await client.GetAsync(paths[0]);")]
    [InlineData("a field's list with another element", "await client.GetAsync(_paths[0]);")]
    [InlineData("a text builder that a method gets", "var sb = new StringBuilder(\"/v2/images\"); Change(sb); await client.GetAsync(sb.ToString());")]
    [InlineData("a text builder that an extension gets", "var sb = new StringBuilder(\"/v2/images\"); sb.AddActions(); await client.GetAsync(sb.ToString());")]
    [InlineData("a text builder with a second name", "var sb = new StringBuilder(\"/v2/images\"); var other = sb; other.Clear(); await client.GetAsync(sb.ToString());")]
    [InlineData("a fluent builder that appends", "await client.GetAsync(new Query().From(\"/v2/images\").And(\"x\").Build());")]
    [InlineData("a fluent builder that assigns twice", "await client.GetAsync(new Query().From(\"/v2/images\").Twice().Build());")]
    [InlineData("a fluent builder that calls what assigns", "await client.GetAsync(new Query().From(\"/v2/images\").Indirectly().Build());")]
    [InlineData("a fluent builder that may assign", "await client.GetAsync(new Query().Maybe(\"/v2/images\").Build());")]
    [InlineData("a positional property that is assigned", "var r = new Struct(\"/v2/images\"); r.Path = \"/v2/account\"; await client.GetAsync(r.Path);")]
    [InlineData("a positional property with an initializer", "var r = new Record(\"/v2/images\") { Path = \"/v2/account\" }; await client.GetAsync(r.Path);")]
    [InlineData("a copy of a record", "var r = new Record(\"/v2/images\"); var copy = r with { Path = \"/v2/account\" }; await client.GetAsync(copy.Path);")]
    [InlineData("a parameter of a class that a method assigns", "await client.GetAsync(_captured); var shared = new Shared(client, \"/v2/images\"); shared.Move(); await shared.Get();")]
    [InlineData("a list that a second name changes", "var paths = new List<string> { \"/v2/images\" }; var other = paths; other[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("a list that a third name changes", "var paths = new List<string> { \"/v2/images\" }; IList<string> other = paths, third = other; third[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("an array that a second name may change", "var paths = new[] { \"/v2/images\" }; var none = new string[1]; var other = none.Length > 0 ? paths : none; other[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("an array that a second name gets later", "var paths = new[] { \"/v2/images\" }; string[] other; other = paths; other[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("an array behind a span", "var paths = new[] { \"/v2/images\" }; paths.AsSpan()[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("an array in a field of another object", "var paths = new[] { \"/v2/images\" }; var holder = new Holder { Paths = paths }; holder.Paths[0] = \"/v2/account\"; await client.GetAsync(paths[0]);")]
    [InlineData("a field's list that a second name changes", "var other = _later; other[0] = \"/v2/account\"; await client.GetAsync(_later[0]);")]
    [InlineData("a local that a local function changes", "var path = \"/v2/images\"; Move(); await client.GetAsync(path); void Move() => path = \"/v2/account\";")]
    [InlineData("a local that a local function above changes", "var path = \"/v2/images\"; void Move() { path = \"/v2/account\"; } Move(); await client.GetAsync(path);")]
    [InlineData("a local that a local function changes through another", "var path = \"/v2/images\"; await MoveAsync(); await client.GetAsync(path); async Task MoveAsync() { await Task.Yield(); Move(); } void Move() => path = \"/v2/account\";")]
    [InlineData("a local that a lambda changes", "var path = \"/v2/images\"; Action move = () => path = \"/v2/account\"; move(); await client.GetAsync(path);")]
    [InlineData("a property of a record that its creator sets", "await new Sender(\"/v2/images\") { Path = \"/v2/account\" }.Get(client);")]
    [InlineData("a virtual member that each class overrides", "await new Overriding(client).Get();")]
    [InlineData("a field of another class that is assigned elsewhere", "Moved.Path = \"/v2/account\"; await client.GetAsync(Moved.Path);")]
    public Task Is_not_reported(string what, string body) => ReportsAsync(what, body);

    [Theory]
    [InlineData("a list", "var paths = new List<string> { \"/v2/images\" }; Console.WriteLine(paths.Count); await client.GetAsync({|DOO102:paths[0]|});")]
    [InlineData("parts that are joined", "var parts = new[] { \"v2\", \"images\" }; await client.GetAsync({|DOO102:\"/\" + string.Join('/', parts)|});")]
    [InlineData("a text builder", "var sb = new StringBuilder(\"/v2\"); sb.Append(\"/images\"); await client.GetAsync({|DOO102:sb.ToString()|});")]
    [InlineData("a fluent builder", "await client.GetAsync({|DOO102:new Query().From(\"/v2/images\").Build()|});")]
    [InlineData("a positional property", "await client.GetAsync({|DOO102:new Record(\"/v2/images\").Path|});")]
    [InlineData("an initial value that only one constructor replaces", "await client.GetAsync({|DOO102:_initial|});")]
    [InlineData("a list with a second name", "var paths = new List<string> { \"/v2/images\" }; var other = paths; Console.WriteLine(other.Count); await client.GetAsync({|DOO102:paths[0]|});")]
    [InlineData("an array that a method returns", "await client.GetAsync({|DOO102:Written()[0]|});")]
    [InlineData("a local that a local function sets", "var path = \"/v2/account\"; Move(); await client.GetAsync({|DOO102:path|}); void Move() => path = \"/v2/images\";")]
    [InlineData("a local that a local function may set", "var path = \"/v2/account\"; Move(false); await client.GetAsync({|DOO102:path|}); void Move(bool flag) { if (flag) { return; } path = \"/v2/images\"; }")]
    [InlineData("a local that a lambda sets", "var path = \"/v2/account\"; Action move = () => path = \"/v2/images\"; move(); await client.GetAsync({|DOO102:path|});")]
    [InlineData("an internal field that nobody assigns", "await client.GetAsync({|DOO102:Kept.Path|});")]
    [InlineData("the name of a type", "await client.GetAsync({|DOO102:$\"/v2/{typeof(Images).Name.ToLowerInvariant()}\"|});")]
    [InlineData("the name of a name", "await client.GetAsync({|DOO102:$\"/v2/{nameof(Images).ToLower()}\"|});")]
    [InlineData("a record that its creator does not change", "await new Sender({|DOO102:\"/v2/images\"|}).Get(client);")]
    public Task Is_reported(string what, string body) => ReportsAsync(what, body);

    [Fact]
    public Task A_virtual_member_is_what_classes_make_of_it() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync("""
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        public static partial class DropletDeck;

        abstract class Resource(DigitalOceanClient client)
        {
            protected virtual string Path => "/v2/account";

            public Task Get() => client.GetAsync({|DOO102:Path|});

            public Task Fixed() => client.GetAsync(Name());

            public virtual string Name() => "/v2/account";
        }

        class Account(DigitalOceanClient client) : Resource(client);

        class Images(DigitalOceanClient client) : Resource(client)
        {
            protected override string Path => "/v2/images";

            public Task Base() => client.GetAsync(base.Path);
        }

        class Plain(DigitalOceanClient client)
        {
            protected virtual string Path => "/v2/volumes";

            public Task Get() => client.GetAsync({|DOO102:Path|});
        }
        """);

    private static Task ReportsAsync(string what, string body) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync($$"""
        using System.Net.Http;
        using System.Text;
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        public static partial class DropletDeck;

        /// <summary>Calls with {{what}}.</summary>
        class Calls
        {
            private readonly List<string> _paths = ["/v2/images"];
            private readonly string _captured = "/v2/account";
            private readonly string _initial = "/v2/images";

            private readonly List<string> _later = ["/v2/images"];

            public Calls() => _paths[0] = "/v2/account";

            public Calls(string initial) => _initial = initial == "" ? "/v2/account" : "/v2/account?x=1";

            public async Task Run(DigitalOceanClient client)
            {
                {{body}}
            }

            private static string[] Written() { var paths = new[] { "/v2/images" }; return paths; }

            private static void Change(string[] paths) => paths[0] = "/v2/account";

            private static void Change(StringBuilder path) => path.Clear().Append("/v2/account");
        }

        static class Extensions
        {
            public static void AddActions(this StringBuilder path) => path.Clear().Append("/v2/account");
        }

        class Holder
        {
            public string[] Paths { get; set; } = [];
        }

        static class Kept
        {
            internal static string Path = "/v2/images";
        }

        static class Moved
        {
            internal static string Path = "/v2/images";
        }

        class Images;

        record Sender(string Path)
        {
            public Task Get(DigitalOceanClient client) => client.GetAsync(Path);
        }

        abstract class Overridable(DigitalOceanClient client)
        {
            protected virtual string Path => "/v2/images";

            public Task Get() => client.GetAsync(Path);
        }

        class Overriding(DigitalOceanClient client) : Overridable(client)
        {
            protected override string Path => "/v2/account";
        }

        record struct Struct(string Path);

        record Record(string Path);

        class Shared(DigitalOceanClient client, string path)
        {
            public void Move() => path = "/v2/account";
            public Task Get() => client.GetAsync(path);
        }

        class Query
        {
            private string _path = "";
            public Query From(string path) { _path = path; return this; }
            public Query And(string more) { _path += more.Length == 0 ? "" : "/../account/" + more; return this; }
            public Query Twice() { _path = "/v2/images"; _path = "/v2/account"; return this; }
            public Query Indirectly() { Reset(); return this; }
            public Query Maybe(string path) { if (path.Length > 100) { _path = path; } return this; }
            public string Build() => _path;
            private void Reset() => _path = "/v2/account";
        }
        """);
}
