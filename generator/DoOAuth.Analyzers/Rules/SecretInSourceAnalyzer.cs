using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Secrets;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO008: a client secret or a token in the source. The report never repeats it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInSourceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO008";

    private const string Title = "A secret is hard-coded";

    private static readonly DiagnosticDescriptor ClientSecret = new(
        RuleId,
        Title,
        "A client secret is hard-coded, so everyone who can read the code can use it. Create a new secret, store it with dotnet user-secrets set \"{0}:ClientSecret\" \"<client secret>\", and remove this one.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Token = new(
        RuleId,
        Title,
        "{0} is hard-coded, so everyone who can read the code can use it. Revoke it at DigitalOcean, and store the new one with dotnet user-secrets set.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClientSecret, Token];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var applications = ApplicationSet.Of(start.Compilation, start.CancellationToken);
            start.RegisterOperationAction(
                context => AnalyzePlace(context, SecretPlace.Of((IAssignmentOperation)context.Operation), applications),
                OperationKind.SimpleAssignment,
                OperationKind.CoalesceAssignment);
            start.RegisterOperationAction(
                context => AnalyzePlace(context, SecretPlace.Of((IInvocationOperation)context.Operation), applications), OperationKind.Invocation);
            start.RegisterOperationAction(
                context => AnalyzePlace(context, SecretPlace.Of((IObjectCreationOperation)context.Operation), applications), OperationKind.ObjectCreation);
            start.RegisterOperationAction(
                context => AnalyzePlace(context, SecretPlace.Of((ITupleOperation)context.Operation), applications), OperationKind.Tuple);
            start.RegisterOperationAction(context => AnalyzeDeconstruction(context, applications), OperationKind.DeconstructionAssignment);
            start.RegisterOperationAction(context => AnalyzeLiteral(context, applications), OperationKind.Literal, OperationKind.Utf8String);
        });
    }

    private static void AnalyzeDeconstruction(OperationAnalysisContext context, Lazy<ApplicationSet> applications)
    {
        foreach (var place in SecretPlace.AllOf((IDeconstructionAssignmentOperation)context.Operation))
        {
            AnalyzePlace(context, place, applications);
        }
    }

    private static void AnalyzePlace(OperationAnalysisContext context, SecretPlace? place, Lazy<ApplicationSet> applications)
    {
        if (place is null
            || (place.Section is { } key
                ? SecretSection.Known(key, applications.Value)
                : SecretSection.Around(place.Value, context.ContainingSymbol, applications.Value)) is not { } section)
        {
            return;
        }

        foreach (var arm in Branches.Of(place.Value).Where(StandsInSource))
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientSecret, arm.Syntax.GetLocation(), section));
        }
    }

    // A token, recognized by its format anywhere, and a command-line argument that contains a key and the secret.
    private static void AnalyzeLiteral(OperationAnalysisContext context, Lazy<ApplicationSet> applications)
    {
        if ((context.Operation is IUtf8StringOperation bytes ? bytes.Value : context.Operation.ConstantValue.Value as string) is not { Length: > 0 } text)
        {
            return;
        }

        if (SecretText.KindOfToken(text) is { } kind)
        {
            context.ReportDiagnostic(Diagnostic.Create(Token, context.Operation.Syntax.GetLocation(), kind));
        }
        else if (text.IndexOf("ClientSecret=", StringComparison.OrdinalIgnoreCase) >= 0
            && SecretKey.InArgument(text) is var (key, value)
            && SecretText.IsSecret(value)
            && SecretSection.Known(key, applications.Value) is { } section)
        {
            context.ReportDiagnostic(Diagnostic.Create(ClientSecret, context.Operation.Syntax.GetLocation(), section));
        }
    }

    // Text in the format of a token is reported as a token.
    private static bool StandsInSource(IOperation value) =>
        value is not IFieldReferenceOperation { Field: { IsConst: true, DeclaringSyntaxReferences.IsEmpty: true } }
        && ValueReader.OfFile().Texts(value).Any(text => SecretText.IsSecret(text.Literal) && SecretText.KindOfToken(text.Literal!) is null);
}
