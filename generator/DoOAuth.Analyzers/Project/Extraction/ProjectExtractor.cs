using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the information about a whole project that the rules for endpoints (DOO103) and declared scopes (DOO104) need.</summary>
internal sealed class ProjectExtractor
{
    private readonly IAssemblySymbol _project;
    private readonly CallEdgeExtractor _edges;
    private readonly BuilderExtractor? _builders;
    private readonly MentionExtractor _mentions;
    private readonly GuardReader _guards;

    private ProjectExtractor(Compilation compilation, Lazy<ApplicationSet> applications)
    {
        _project = compilation.Assembly;
        _guards = new GuardReader(applications);
        _edges = new CallEdgeExtractor(Summary, _project);
        _mentions = new MentionExtractor(Summary, _guards, applications);
        _builders = BuilderTypes.Of(compilation) is { } types ? new BuilderExtractor(Summary, types, _guards, applications) : null;
    }

    /// <summary>What has been extracted so far.</summary>
    public ProjectSummary Summary { get; } = new();

    /// <summary>Starts the extraction. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <returns>The extractor, which gets the invocations from the caller: see <see cref="Read"/>.</returns>
    public static ProjectExtractor? Start(CompilationStartAnalysisContext start, Lazy<ApplicationSet> applications)
    {
        if (!start.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "DoOAuth"))
        {
            return null;
        }

        var flow = new ProjectExtractor(start.Compilation, applications);
        start.RegisterOperationAction(flow.ReadCode, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        start.RegisterOperationAction(flow.ReadUse, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.FieldReference);
        start.RegisterOperationAction(flow.ReadStatement, OperationKind.Return, OperationKind.SimpleAssignment);
        return flow;
    }

    /// <summary>Extracts information from an invocation.</summary>
    /// <param name="context">Its location.</param>
    /// <param name="call">What it calls at DigitalOcean, where it does.</param>
    public void Read(OperationAnalysisContext context, ApiCall? call)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (call is not null)
        {
            Summary.Calls.Enqueue(new ApiCallSite(CodeKey.Enclosing(invocation, context.ContainingSymbol), call, PathConditionReader.At(invocation), []));
        }
        else
        {
            var isOwn = ReferenceEquals(invocation.TargetMethod.ContainingAssembly, _project);
            if (isOwn)
            {
                _edges.Call(invocation, context.ContainingSymbol);
            }

            _mentions.Call(invocation, isOwn);
            _builders?.Call(invocation, context.ContainingSymbol, isOwn);
        }
    }

    private void ReadCode(OperationAnalysisContext context)
    {
        if (context.Operation is IAnonymousFunctionOperation lambda)
        {
            _edges.Lambda(lambda, context.ContainingSymbol);
            if (lambda.Syntax is LambdaExpressionSyntax { AttributeLists.Count: > 0 })
            {
                ReadGuards(lambda.Symbol, lambda.Syntax);
            }
        }
        else if (context.Operation is ILocalFunctionOperation function)
        {
            Summary.FunctionNames.TryAdd(CodeKey.Of(function.Syntax), function.Symbol.Name);
            if (function.Syntax is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 })
            {
                ReadGuards(function.Symbol, function.Syntax);
            }
        }
    }

    private void ReadGuards(IMethodSymbol function, SyntaxNode syntax)
    {
        var guards = _guards.Of(function.GetAttributes());
        if (!guards.IsEmpty)
        {
            Summary.FunctionGuards.TryAdd(CodeKey.Of(syntax), guards);
            foreach (var guard in guards)
            {
                Summary.Mentions.Enqueue(guard);
            }
        }
    }

    private void ReadUse(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IObjectCreationOperation creation:
                _edges.Creation(creation, context.ContainingSymbol);
                _mentions.Creation(creation);
                break;
            case IMethodReferenceOperation reference:
                _edges.Reference(reference, context.ContainingSymbol);
                _mentions.Reference(reference);
                break;
            case IPropertyReferenceOperation reference:
                _edges.Read(reference, context.ContainingSymbol);
                break;
            case IFieldReferenceOperation reference:
                _edges.Read(reference, context.ContainingSymbol);
                break;
        }
    }

    private void ReadStatement(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IReturnOperation { ReturnedValue: { } value } statement:
                _builders?.Return(statement, context.ContainingSymbol);
                if (value.Type is { SpecialType: SpecialType.System_Boolean } && value is not { ConstantValue: { HasValue: true, Value: false } })
                {
                    var conditions = PathConditionReader.At(statement).AddRange(ConditionReader.Implied(value, value: true));
                    Summary.Predicates.Enqueue((CodeKey.Enclosing(statement, context.ContainingSymbol), conditions));
                }

                break;
            case ISimpleAssignmentOperation assignment:
                _edges.Assignment(assignment);
                _builders?.Assignment(assignment);
                break;
        }
    }
}
