using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Gathers what the rules on endpoints (DOO103) and on declared scopes (DOO104) need to know of a whole project.</summary>
internal sealed class FlowGathering
{
    private readonly IAssemblySymbol _project;
    private readonly StepGathering _steps;
    private readonly BuilderGathering? _builders;
    private readonly MentionGathering _mentions;
    private readonly GuardReader _guards;

    private FlowGathering(Compilation compilation, Lazy<DeclaredApplications> applications)
    {
        _project = compilation.Assembly;
        _guards = new GuardReader(applications);
        _steps = new StepGathering(Facts, _project);
        _mentions = new MentionGathering(Facts, _guards, applications);
        _builders = BuilderTypes.Of(compilation) is { } types ? new BuilderGathering(Facts, types, _guards, applications) : null;
    }

    /// <summary>What was gathered so far.</summary>
    public FlowFacts Facts { get; } = new();

    /// <summary>Begins to gather. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <returns>What takes the invocations, since the caller reads those itself: see <see cref="Read"/>.</returns>
    public static FlowGathering? Start(CompilationStartAnalysisContext start, Lazy<DeclaredApplications> applications)
    {
        if (!start.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "DoOAuth"))
        {
            return null;
        }

        var flow = new FlowGathering(start.Compilation, applications);
        start.RegisterOperationAction(flow.ReadCode, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
        start.RegisterOperationAction(flow.ReadUse, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.FieldReference);
        start.RegisterOperationAction(flow.ReadStatement, OperationKind.Return, OperationKind.SimpleAssignment);
        return flow;
    }

    /// <summary>Gathers what an invocation tells.</summary>
    /// <param name="context">Where it stands.</param>
    /// <param name="call">What it calls at DigitalOcean, where it does.</param>
    public void Read(OperationAnalysisContext context, ApiCall? call)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (call is not null)
        {
            Facts.Calls.Enqueue(new CallFact(CodeKey.Enclosing(invocation, context.ContainingSymbol), call, CoverReader.At(invocation), []));
        }
        else
        {
            var isOwn = ReferenceEquals(invocation.TargetMethod.ContainingAssembly, _project);
            if (isOwn)
            {
                _steps.Call(invocation, context.ContainingSymbol);
            }

            _mentions.Call(invocation, isOwn);
            _builders?.Call(invocation, context.ContainingSymbol, isOwn);
        }
    }

    private void ReadCode(OperationAnalysisContext context)
    {
        if (context.Operation is IAnonymousFunctionOperation lambda)
        {
            _steps.Lambda(lambda, context.ContainingSymbol);
            if (lambda.Syntax is LambdaExpressionSyntax { AttributeLists.Count: > 0 })
            {
                ReadGuards(lambda.Symbol, lambda.Syntax);
            }
        }
        else if (context.Operation is ILocalFunctionOperation function)
        {
            Facts.FunctionNames.TryAdd(CodeKey.Of(function.Syntax), function.Symbol.Name);
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
            Facts.FunctionGuards.TryAdd(CodeKey.Of(syntax), guards);
            foreach (var guard in guards)
            {
                Facts.Mentions.Enqueue(guard);
            }
        }
    }

    private void ReadUse(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IObjectCreationOperation creation:
                _steps.Creation(creation, context.ContainingSymbol);
                _mentions.Creation(creation);
                break;
            case IMethodReferenceOperation reference:
                _steps.Reference(reference, context.ContainingSymbol);
                _mentions.Reference(reference);
                break;
            case IPropertyReferenceOperation reference:
                _steps.Read(reference, context.ContainingSymbol);
                break;
            case IFieldReferenceOperation reference:
                _steps.Read(reference, context.ContainingSymbol);
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
                    var atoms = CoverReader.At(statement).AddRange(ConditionReader.Implied(value, value: true));
                    Facts.Predicates.Enqueue((CodeKey.Enclosing(statement, context.ContainingSymbol), atoms));
                }

                break;
            case ISimpleAssignmentOperation assignment:
                _steps.Assignment(assignment);
                _builders?.Assignment(assignment);
                break;
        }
    }
}
