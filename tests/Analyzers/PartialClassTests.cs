using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO001.</summary>
public sealed class PartialClassTests
{
    [Theory]
    [InlineData("[DigitalOceanOAuth] public static class {|DOO001:DropletDeck|} { }")]
    [InlineData("[DigitalOceanOAuth] class {|DOO001:DropletDeck|} { }")]
    [InlineData("[DigitalOceanOAuth] sealed record {|DOO001:DropletDeck|}(int Number);")]
    [InlineData("[DigitalOceanOAuth] public static class {|DOO001:@class|};")]
    public Task A_class_that_is_not_partial_is_reported(string source) =>
        Rule<PartialClassAnalyzer>.ReportsAsync("using DoOAuth;\n" + source);

    [Theory]
    [InlineData("class Outer { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("class Outer { [DigitalOceanOAuth] public static class {|DOO001:DropletDeck|}; }")]
    [InlineData("partial class Outer { public class Middle { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; } }")]
    [InlineData("interface IOuter { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("struct Outer { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; }")]
    public Task A_class_nested_in_a_type_that_is_not_partial_is_reported(string source) =>
        Rule<PartialClassAnalyzer>.ReportsAsync("using DoOAuth;\n" + source);

    [Theory]
    [InlineData("[DigitalOceanOAuth] public partial class {|DOO001:DropletDeck|}<T>;")]
    [InlineData("partial class Outer<T> { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("[DigitalOceanOAuth] file static partial class {|DOO001:DropletDeck|};")]
    [InlineData("file partial class Outer { [DigitalOceanOAuth] internal static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("partial class Outer { [DigitalOceanOAuth] private static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("partial class Outer { [DigitalOceanOAuth] static partial class {|DOO001:DropletDeck|}; }")]
    [InlineData("partial class Outer { protected partial class Middle { [DigitalOceanOAuth] public static partial class {|DOO001:DropletDeck|}; } }")]
    [InlineData("partial class Outer { [DigitalOceanOAuth] private protected static partial class {|DOO001:DropletDeck|}; }")]
    public Task A_class_that_the_generated_code_cannot_reach_is_reported(string source) =>
        Rule<PartialClassAnalyzer>.ReportsAsync("using DoOAuth;\n" + source);

    [Theory]
    [InlineData("using DoOAuth; [DigitalOceanOAuth] public static partial class DropletDeck;")]
    [InlineData("[DoOAuth.DigitalOceanOAuthAttribute] partial class DropletDeck { }")]
    [InlineData("using DoOAuth; [DigitalOceanOAuth] partial record DropletDeck;")]
    [InlineData("using DoOAuth; partial class Outer { internal partial struct Middle { [DigitalOceanOAuth] internal static partial class DropletDeck; } }")]
    [InlineData("using DoOAuth; public partial class Outer { [DigitalOceanOAuth] protected internal static partial class DropletDeck; }")]
    [InlineData("using DoOAuth; [DigitalOceanOAuth] static partial class DropletDeck; static partial class DropletDeck { static int Number => 1; }")]
    [InlineData("using DoOAuth; [DigitalOceanScope(\"droplet:read\")] class OnlyScopes;")]
    [InlineData("class DigitalOceanOAuthAttribute : System.Attribute; [DigitalOceanOAuth] class SomebodyElses<T>;")]
    [InlineData("namespace Other.DoOAuth { class DigitalOceanOAuthAttribute : System.Attribute; [DigitalOceanOAuth] class SomebodyElses; }")]
    public Task A_class_that_can_be_generated_into_is_not_reported(string source) => Rule<PartialClassAnalyzer>.ReportsAsync(source);

    [Theory]
    [InlineData(
        "[DigitalOceanOAuth] public static class {|#0:DropletDeck|};",
        "Code cannot be generated for 'DropletDeck' because it is not partial. Write 'public static partial class DropletDeck'.")]
    [InlineData(
        "public class Outer { [DigitalOceanOAuth] public static partial class {|#0:DropletDeck|}; }",
        "Code cannot be generated for 'DropletDeck' because its containing type 'Outer' is not partial. Write 'public partial class Outer'.")]
    [InlineData(
        "record struct Outer { [DigitalOceanOAuth] internal class {|#0:DropletDeck|}; }",
        "Code cannot be generated for 'DropletDeck' because 'Outer' and 'DropletDeck' are not partial. Write 'partial record struct Outer' and 'internal partial class DropletDeck'.")]
    [InlineData(
        "[DigitalOceanOAuth] partial class {|#0:DropletDeck|}<T>;",
        "Code cannot be generated for 'DropletDeck' because it is generic, but it represents one application. Remove the type parameters.")]
    [InlineData(
        "partial class Outer<T> { [DigitalOceanOAuth] internal partial class {|#0:DropletDeck|}; }",
        "Code cannot be generated for 'DropletDeck' because its containing type 'Outer' is generic, but it represents one application. Move it to another type or a namespace.")]
    [InlineData(
        "[DigitalOceanOAuth] file partial class {|#0:DropletDeck|};",
        "Code cannot be generated for 'DropletDeck' because it is local to its file, and the generated part is in another file. Remove the modifier 'file'.")]
    [InlineData(
        "partial class Outer { [DigitalOceanOAuth] private partial class {|#0:DropletDeck|}; }",
        "Code cannot be generated for 'DropletDeck' because it is private, and the generated extension methods cannot access it. Make it internal or public.")]
    public Task The_report_says_what_is_wrong_and_what_to_write(string source, string message) =>
        Rule<PartialClassAnalyzer>.SaysAsync(message, "using DoOAuth;\n" + source);

    [Theory]
    [InlineData("public static class {|DOO001:DropletDeck|};", "public static partial class DropletDeck;")]
    [InlineData("class {|DOO001:DropletDeck|} { }", "partial class DropletDeck { }")]
    [InlineData("internal sealed record {|DOO001:DropletDeck|};", "internal sealed partial record DropletDeck;")]
    public Task The_fix_makes_the_class_partial(string before, string after) =>
        Fix<PartialClassAnalyzer, MakePartialFix>.FixesAsync($"using DoOAuth;\n[DigitalOceanOAuth] {before}", $"using DoOAuth;\n[DigitalOceanOAuth] {after}");

    [Fact]
    public Task The_fix_leaves_comments_and_lines_where_they_are() => Fix<PartialClassAnalyzer, MakePartialFix>.FixesAsync(
        """
        using DoOAuth;

        /// <summary>Ours.</summary>
        [DigitalOceanOAuth]
        // The first of them.
        class {|DOO001:DropletDeck|} // Kept.
        {
        }
        """,
        """
        using DoOAuth;

        /// <summary>Ours.</summary>
        [DigitalOceanOAuth]
        // The first of them.
        partial class DropletDeck // Kept.
        {
        }
        """);

    [Fact]
    public Task The_fix_goes_through_the_whole_chain_for_all_at_once() => Fix<PartialClassAnalyzer, MakePartialFix>.FixesAsync(
        """
        using DoOAuth;

        public class Outer
        {
            public struct Middle
            {
                [DigitalOceanOAuth]
                public static class {|DOO001:First|};

                [DigitalOceanOAuth(Scheme = "Other")]
                public static partial class {|DOO001:Second|};
            }
        }

        [DigitalOceanOAuth]
        class {|DOO001:Third|};
        """,
        """
        using DoOAuth;

        public partial class Outer
        {
            public partial struct Middle
            {
                [DigitalOceanOAuth]
                public static partial class First;

                [DigitalOceanOAuth(Scheme = "Other")]
                public static partial class Second;
            }
        }

        [DigitalOceanOAuth]
        partial class Third;
        """);

    [Fact]
    public Task No_fix_is_offered_for_what_the_word_does_not_mend() => Fix<PartialClassAnalyzer, MakePartialFix>.OffersNothingAsync(
        "using DoOAuth; [DigitalOceanOAuth] partial class {|DOO001:DropletDeck|}<T>;");
}
