using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO009.</summary>
public sealed class HookSignatureTests
{
    [Theory]
    [InlineData("void {|DOO009:ConfigureOptions|}(DigitalOceanOptions options) { }")]
    [InlineData("static bool {|DOO009:ConfigureOptions|}(DigitalOceanOptions options) => true;")]
    [InlineData("static Task {|DOO009:ConfigureOptions|}(DigitalOceanOptions options) => Task.CompletedTask;")]
    [InlineData("static void {|DOO009:ConfigureOptions|}() { }")]
    [InlineData("static void {|DOO009:ConfigureOptions|}(OAuthOptions options) { }")]
    [InlineData("static void {|DOO009:ConfigureOptions|}(in DigitalOceanOptions options) { }")]
    [InlineData("static void {|DOO009:ConfigureOptions|}<T>(DigitalOceanOptions options) { }")]
    [InlineData("static void {|DOO009:ConfigureCookie|}(CookieOptions cookie) { }")]
    [InlineData("static void {|DOO009:ConfigureCookie|}(CookieAuthenticationOptions cookie, int more = 0) { }")]
    [InlineData("static Task {|DOO009:OnSignedInAsync|}(DigitalOceanSignIn signIn) => Task.CompletedTask;")]
    [InlineData("static ValueTask {|DOO009:OnSignedInAsync|}(DigitalOceanSignIn signIn, CancellationToken cancel) => default;")]
    [InlineData("static void {|DOO009:OnSignedInAsync|}(DigitalOceanSignIn signIn, CancellationToken cancel) { }")]
    [InlineData("static async void {|DOO009:OnSignedInAsync|}(DigitalOceanSignIn signIn, CancellationToken cancel) => await Task.Yield();")]
    [InlineData("static Task<string> {|DOO009:OnFailedAsync|}(DigitalOceanFailure failure, CancellationToken cancel) => Task.FromResult(\"\");")]
    [InlineData("static IResult {|DOO009:OnFailedAsync|}(DigitalOceanFailure failure, CancellationToken cancel) => Results.Ok();")]
    [InlineData("static Task {|DOO009:OnFailedAsync|}(CancellationToken cancel, DigitalOceanFailure failure) => Task.CompletedTask;")]
    [InlineData("static Task {|DOO009:OnFailedAsync|}(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("static Task {|DOO009:OnFailedAsync|}(DigitalOceanFailure f) => Task.CompletedTask; static Task<int> {|DOO009:OnFailedAsync|}(DigitalOceanFailure f, CancellationToken c) => Task.FromResult(1);")]
    public Task A_hook_with_another_signature_is_reported(string method) => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(method));

    [Theory]
    [InlineData("static void ConfigureOptions(DigitalOceanOptions options) { }")]
    [InlineData("private static void ConfigureCookie(CookieAuthenticationOptions anyName) { }")]
    [InlineData("internal static Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("public static async Task<IResult?> OnSignedInAsync(DigitalOceanSignIn? signIn, CancellationToken cancel = default) { await Task.Yield(); return null; }")]
    [InlineData("static Task<IResult> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancel) => Task.FromResult(Results.Ok());")]
    [InlineData("#nullable disable\nstatic Task<IResult> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancel) => Task.FromResult<IResult>(null);\n#nullable restore")]
    public Task A_hook_is_not_reported(string method) => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(method));

    [Theory]
    [InlineData("static Task OnSignedInAsync(DigitalOceanSignIn s, CancellationToken c) => OnSignedInAsync(s.User); static Task OnSignedInAsync(DigitalOceanUser user) => Task.CompletedTask;")]
    [InlineData("const int ConfigureOptions = 1; static string OnFailedAsync => \"\"; static class ConfigureCookie { }")]
    [InlineData("static void Outer() { void ConfigureOptions(int x) { } ConfigureOptions(1); }")]
    [InlineData("static class Inner { static void ConfigureOptions(int x) { } }")]
    [InlineData("static Task OnSignedInAsync({|CS0246:SignIn|} signIn, CancellationToken cancel) => Task.CompletedTask;")]
    public Task What_is_no_hook_or_stands_beside_one_is_not_reported(string members) => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(members));

    [Fact]
    public Task A_method_that_belongs_to_a_base_or_an_interface_is_not_reported() => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(
        """
        using DoOAuth;
        public abstract class Base { protected virtual void ConfigureOptions(int options) { } }
        public interface IListener { Task OnFailedAsync(string reason); Task OnSignedInAsync(string name); }
        [DigitalOceanOAuth]
        public partial class DropletDeck : Base, IListener
        {
            protected override void ConfigureOptions(int options) { }
            public Task OnFailedAsync(string reason) => Task.CompletedTask;
            Task IListener.OnSignedInAsync(string name) => Task.CompletedTask;
        }
        public class NotAnnotated { void ConfigureOptions() { } }
        """);

    [Theory]
    [InlineData("static Task {|DOO009:OnSignedIn|}(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("static Task {|DOO009:OnFailAsync|}(DigitalOceanFailure failure, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("static Task<IResult> {|DOO009:onFailedAsync|}(DigitalOceanFailure failure, CancellationToken cancel) => Task.FromResult(Results.Ok());")]
    [InlineData("static void {|DOO009:ConfigureOption|}(DigitalOceanOptions options) { }")]
    [InlineData("static void {|DOO009:ConfigureCookies|}(CookieAuthenticationOptions options) { }")]
    public Task A_name_that_is_nearly_a_hooks_is_reported_where_the_signature_is_the_hooks(string method) =>
        Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(method));

    [Theory]
    [InlineData("static Task OnSignedIn(DigitalOceanSignIn signIn) => Task.CompletedTask;")]
    [InlineData("static void Configure(DigitalOceanOptions options) { }")]
    [InlineData("void ConfigureOption(DigitalOceanOptions options) { }")]
    [InlineData("static Task NotifyAsync(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;")]
    [InlineData("static void ConfigureOptions(DigitalOceanOptions options) => ConfigureOption(options); static void ConfigureOption(DigitalOceanOptions options) { }")]
    public Task Any_other_name_is_not_reported(string method) => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(method));

    [Theory]
    [InlineData(
        "void {|#0:ConfigureOptions|}(DigitalOceanOptions options) { }",
        "'ConfigureOptions' is never called because it is not static. Write static void ConfigureOptions(DigitalOceanOptions options).")]
    [InlineData(
        "async ValueTask<IResult> {|#0:OnFailedAsync|}<T>(DigitalOceanFailure failure, T more) { await Task.Yield(); return Results.Ok(); }",
        "'OnFailedAsync' is never called because it is not static, it has type parameters, it takes (DigitalOceanFailure, T) instead of (DigitalOceanFailure, CancellationToken) "
        + "and it returns ValueTask<IResult> instead of Task or Task<IResult?>. Write static async Task<IResult?> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken).")]
    [InlineData(
        "static Task<int> {|#0:ConfigureCookie|}(CookieAuthenticationOptions options) => Task.FromResult(1);",
        "'ConfigureCookie' is never called because it returns Task<int> instead of void. Write static void ConfigureCookie(CookieAuthenticationOptions options).")]
    [InlineData(
        "static void {|#0:OnSignedInAsync|}(DigitalOceanSignIn signIn, CancellationToken cancel) { }",
        "'OnSignedInAsync' is never called because it returns void instead of Task or Task<IResult?>. Write static Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken).")]
    [InlineData(
        "static Task {|#0:OnSignedIn|}(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;",
        "'OnSignedIn' is never called because the hook with this signature is named 'OnSignedInAsync'. Rename it.")]
    public Task The_message_says_what_differs_and_what_to_write(string method, string message) =>
        Rule<HookSignatureAnalyzer>.SaysInProjectAsync(message, Class(method));

    [Theory]
    [InlineData("error", "DOO009")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<HookSignatureAnalyzer>.ReportsInProjectWithSettingsAsync(
        $"dotnet_diagnostic.DOO009.severity = {severity}\n",
        Class($"void {(id is null ? "ConfigureOptions" : "{|DOO009:ConfigureOptions|}")}() {{ }}"));

    [Fact]
    public Task A_pragma_suppresses_it_at_the_line() => Rule<HookSignatureAnalyzer>.ReportsInProjectAsync(Class(
        """
        #pragma warning disable DOO009 // called by our own code
        void ConfigureOptions(int number) { }
        #pragma warning restore DOO009
        """));

    private static string Class(string members) =>
        $$"""
        #nullable enable
        using DoOAuth;
        using Microsoft.AspNetCore.Authentication.Cookies;
        using Microsoft.AspNetCore.Authentication.OAuth;

        [DigitalOceanOAuth]
        public partial class DropletDeck
        {
        {{members}}
        }
        """;
}
