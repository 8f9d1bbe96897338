using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO008.</summary>
public sealed class SecretInSourceTests
{
    private const string Hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    [Theory]
    [InlineData("options.ClientSecret = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("options.ClientSecret ??= {|DOO008:\"s3cr3t\"|};")]
    [InlineData("options.ClientSecret = {|DOO008:Own|};")]
    [InlineData("options.ClientSecret = {|DOO008:\"s3c\" + \"r3t\"|};")]
    [InlineData("options.ClientSecret = {|DOO008:$\"{Own}-2\"|};")]
    [InlineData("options.ClientSecret = ({|DOO008:\"s3cr3t\"|});")]
    [InlineData("options.ClientSecret = configuration[\"Any\"] ?? {|DOO008:\"s3cr3t\"|};")]
    [InlineData("options.ClientSecret = options.UsePkce ? {|DOO008:\"s3cr3t\"|} : {|DOO008:Own|};")]
    [InlineData("var secret = \"s3cr3t\"; options.ClientSecret = {|DOO008:secret|};")]
    [InlineData("options.ClientSecret = {|DOO008:Kept|};")]
    [InlineData("(options.ClientId, options.ClientSecret) = (\"id\", {|DOO008:\"s3cr3t\"|});")]
    [InlineData("_ = new DigitalOceanOptions { ClientId = \"id\", ClientSecret = {|DOO008:\"s3cr3t\"|} };")]
    [InlineData("services.Configure<DigitalOceanOptions>(\"X\", o => o.ClientSecret = {|DOO008:\"s3cr3t\"|});")]
    public Task A_secret_given_to_the_options_is_reported(string statement) => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(statement));

    [Theory]
    [InlineData("configuration[\"DigitalOcean:ClientSecret\"] = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("configuration[\"digitalocean:clientsecret\"] = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("configuration[Key] = {|DOO008:Own|};")]
    [InlineData("configuration[$\"{Section}:ClientSecret\"] = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("configuration[\"Admin:Cloud:ClientSecret\"] = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("configuration.GetSection(\"DigitalOcean\")[\"ClientSecret\"] = {|DOO008:\"s3cr3t\"|};")]
    [InlineData("host.UseSetting(\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|});")]
    [InlineData("host.UseSetting(value: {|DOO008:\"s3cr3t\"|}, key: Key);")]
    [InlineData("Environment.SetEnvironmentVariable(\"DigitalOcean__ClientSecret\", {|DOO008:\"s3cr3t\"|});")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_Admin__Cloud__ClientSecret\", {|DOO008:\"s3cr3t\"|});")]
    [InlineData("configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"DigitalOcean:ClientSecret\"] = {|DOO008:\"s3cr3t\"|}, [\"A\"] = \"b\" });")]
    [InlineData("configuration.AddInMemoryCollection(new Dictionary<string, string?> { { \"A\", \"b\" }, { \"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|} } });")]
    [InlineData("configuration.AddInMemoryCollection(new[] { new KeyValuePair<string, string?>(\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|}) });")]
    [InlineData("configuration.AddInMemoryCollection(new KeyValuePair<string, string?>[] { new(\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|}) });")]
    [InlineData("configuration.AddInMemoryCollection([new(\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|})]);")]
    [InlineData("configuration.AddInMemoryCollection([KeyValuePair.Create(\"DigitalOcean:ClientSecret\", (string?){|DOO008:\"s3cr3t\"|})]);")]
    [InlineData("configuration.AddInMemoryCollection(new List<(string Key, string? Value)> { (\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|}) }.ToDictionary(pair => pair.Key, pair => pair.Value));")]
    [InlineData("var values = new Dictionary<string, string?>(); values.Add(\"DigitalOcean:ClientSecret\", {|DOO008:\"s3cr3t\"|}); configuration.AddInMemoryCollection(values);")]
    [InlineData("configuration.AddCommandLine([{|DOO008:\"--DigitalOcean:ClientSecret=s3cr3t\"|}]);")]
    [InlineData("_ = WebApplication.CreateBuilder([{|DOO008:\"DigitalOcean:ClientSecret=s3cr3t\"|}]);")]
    public Task A_secret_given_to_the_configuration_is_reported(string statement) => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(statement));

    [Theory]
    [InlineData("options.ClientSecret = null!; options.ClientSecret = \"\"; options.ClientSecret = \" \";")]
    [InlineData("options.ClientSecret = configuration[\"DigitalOcean:ClientSecret\"]!;")]
    [InlineData("options.ClientSecret = Environment.GetEnvironmentVariable(\"DigitalOcean__ClientSecret\") ?? throw new InvalidOperationException(\"DigitalOcean:ClientSecret is missing\");")]
    [InlineData("options.ClientSecret = \"<your secret>\"; options.ClientSecret = \"YOUR-CLIENT-SECRET\"; options.ClientSecret = \"your_secret\"; options.ClientSecret = \"changeme\";")]
    [InlineData("options.ClientSecret = \"${SECRET}\"; options.ClientSecret = \"{secret}\"; options.ClientSecret = \"%SECRET%\"; options.ClientSecret = \"********\"; options.ClientSecret = \"xxx-xxx\"; options.ClientSecret = \"...\";")]
    [InlineData("options.ClientId = \"s3cr3t\"; new OAuthOptions().ClientSecret = \"s3cr3t\"; new Other().ClientSecret = \"s3cr3t\";")]
    [InlineData("configuration[\"DigitalOcean:ClientId\"] = \"s3cr3t\"; configuration[\"GitHub:ClientSecret\"] = \"s3cr3t\"; configuration[\"ClientSecret\"] = \"s3cr3t\";")]
    [InlineData("configuration.GetSection(\"GitHub\")[\"ClientSecret\"] = \"s3cr3t\"; configuration.GetSection(name)[\"ClientSecret\"] = \"s3cr3t\"; configuration[name] = \"s3cr3t\";")]
    [InlineData("configuration[\"DigitalOcean:ClientSecret\"] = name; host.UseSetting(\"DigitalOcean:ClientSecret\", name); host.UseSetting(\"DigitalOcean:ClientSecret\", \"<secret>\");")]
    [InlineData("Console.WriteLine(\"DigitalOcean:ClientSecret\", \"is missing\"); _ = name.Replace(\"DigitalOcean:ClientSecret\", \"s3cr3t\"); ArgumentException.ThrowIfNullOrEmpty(\"DigitalOcean:ClientSecret\", \"s3cr3t\");")]
    [InlineData("configuration.AddCommandLine([\"--DigitalOcean:ClientSecret=<secret>\", \"--DigitalOcean:ClientSecret=\", \"--GitHub:ClientSecret=s3cr3t\", $\"--DigitalOcean:ClientSecret={name}\"]);")]
    [InlineData("_ = \"dotnet user-secrets set DigitalOcean:ClientSecret=<client secret>\"; _ = \"GET /?ClientSecret=1\"; _ = \"ClientSecret=1\";")]
    public Task What_is_no_secret_or_not_this_ones_is_not_reported(string statements) => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(statements));

    [Theory]
    [InlineData("string token = {|DOO008:\"dop_v1_" + Hex + "\"|};")]
    [InlineData("string token = {|DOO008:@\"Bearer doo_v1_" + Hex + "\"|};")]
    [InlineData("string token = {|DOO008:\"\"\"dor_v1_" + Hex + "\"\"\"|};")]
    [InlineData("var token = {|DOO008:\"dop_v1_" + Hex + "\"u8|};")]
    [InlineData("string token = $\"{|DOO008:token=dop_v1_" + Hex + "&page=|}{name}\";")]
    [InlineData("options.ClientSecret = {|DOO008:\"dop_v1_" + Hex + "\"|};")]
    public Task A_token_is_known_by_its_form(string statement) => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(statement));

    [Theory]
    [InlineData("string token = \"dop_v1_\"; // dop_v1_" + Hex)]
    [InlineData("string token = \"dop_v1_" + Hex + "0\";")]
    [InlineData("string token = \"dox_v1_" + Hex + "\";")]
    [InlineData("string token = \"xdop_v1_" + Hex + "\";")]
    [InlineData("string token = \"dop_v1_<64 hexadecimal digits>\";")]
    public Task What_only_begins_like_a_token_is_not_reported(string statement) => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(statement));

    [Theory]
    [InlineData("configuration[\"DIGITALOCEAN:ClientSecret\"] = {|#0:\"s3cr3t\"|};", "DigitalOcean")]
    [InlineData("configuration[\"admin:cloud:ClientSecret\"] = {|#0:\"s3cr3t\"|};", "Admin:Cloud")]
    [InlineData("services.Configure<DigitalOceanOptions>(AdminDeck.Scheme, o => o.ClientSecret = {|#0:\"s3cr3t\"|});", "Admin:Cloud")]
    [InlineData("services.Configure<DigitalOceanOptions>(\"Elsewhere\", o => o.ClientSecret = {|#0:\"s3cr3t\"|});", "DigitalOcean")]
    public Task The_message_names_the_section_and_never_the_secret(string statement, string section) =>
        Rule<SecretInSourceAnalyzer>.SaysInProjectAsync(Message(section), Program(statement));

    [Fact]
    public Task The_classes_own_section_counts_in_its_hook() => Rule<SecretInSourceAnalyzer>.SaysInProjectAsync(
        Message("Admin:Cloud"),
        """
        using DoOAuth;
        [DigitalOceanOAuth(ConfigurationSection = "Admin:Cloud")]
        public static partial class AdminDeck
        {
            private static void ConfigureOptions(DigitalOceanOptions options) => options.ClientSecret = {|#0:"s3cr3t"|};
        }
        """);

    [Fact]
    public async Task The_message_of_a_token_says_what_it_is_and_does_not_repeat_it()
    {
        var diagnostics = await UserProject.DiagnosticsAsync($"public static class Tokens {{ public static string[] All => [\"dop_v1_{Hex}\", \"doo_v1_{Hex}\", \"dor_v1_{Hex}\"]; }}");
        Assert.Equal(
            ["A personal access token", "An access token", "A refresh token"],
            diagnostics.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" for DigitalOcean")[0]));
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain(Hex, diagnostic.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("error", "DOO008")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<SecretInSourceAnalyzer>.ReportsInProjectWithSettingsAsync(
        $"dotnet_diagnostic.DOO008.severity = {severity}\n",
        Program($"options.ClientSecret = {(id is null ? "\"s3cr3t\"" : "{|DOO008:\"s3cr3t\"|}")};"));

    [Fact]
    public Task A_pragma_suppresses_it_at_the_line() => Rule<SecretInSourceAnalyzer>.ReportsInProjectAsync(Program(
        """
        #pragma warning disable DOO008 // the sandbox's
        options.ClientSecret = "s3cr3t";
        #pragma warning restore DOO008
        """));

    private static string Message(string section) =>
        $"A client secret is hard-coded, so everyone who can read the code can use it. Create a new secret, store it with dotnet user-secrets set \"{section}:ClientSecret\" \"<client secret>\", and remove this one.";

    private static string Program(string statements) => $$"""
        #nullable enable
        using DoOAuth;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.Configuration;

        public static class Setup
        {
            private const string Own = "s3cr3t", Section = "DigitalOcean", Key = Section + ":ClientSecret";
            private static readonly string Kept = "s3cr3t";

            public static void Run(DigitalOceanOptions options, ConfigurationManager configuration, IServiceCollection services, IWebHostBuilder host, string name)
            {
                {{statements}}
            }
        }

        public class Other { public string ClientSecret { get; set; } = "s3cr3t"; }

        [DigitalOceanOAuth] public static partial class DropletDeck;
        [DigitalOceanOAuth(ConfigurationSection = "Admin:Cloud")] public static partial class AdminDeck;
        """;
}
