using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts what is known where a method answers, and where a field or property gets an answer.</summary>
internal sealed class AnswerExtractor(ProjectSummary summary)
{
    /// <summary>An answer that a method, a field or a property has.</summary>
    /// <param name="code">The code that asks for it.</param>
    /// <param name="value">The answer.</param>
    public void Add(CodeKey code, IOperation value)
    {
        if (value is IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var result }] })
        {
            value = result;
        }

        var known = ConditionFlow.At(value);
        foreach (var answer in new[] { true, false })
        {
            if (value.ConstantValue is not { HasValue: true, Value: bool constant } || constant == answer)
            {
                summary.Predicates.Enqueue((code, !answer, known.AddRange(ConditionReader.Implied(value, answer))));
            }
        }
    }

    /// <summary>What is known where a method runs a delegate that it was given.</summary>
    public void Run(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && LambdaRuns.ParameterOf(call) is { } parameter)
        {
            summary.Predicates.Enqueue((CodeKey.Of(parameter), false, ConditionFlow.At(call)));
        }
    }

    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment is { Type.SpecialType: SpecialType.System_Boolean, Target: IMemberReferenceOperation { Member: var member } })
        {
            Member(member, assignment.Value);
        }
    }

    public void Initializer(ISymbolInitializerOperation initializer)
    {
        if (initializer.Value.Type is { SpecialType: SpecialType.System_Boolean })
        {
            foreach (var member in (initializer as IFieldInitializerOperation)?.InitializedFields.OfType<ISymbol>() ?? (initializer as IPropertyInitializerOperation)?.InitializedProperties ?? [])
            {
                Member(member, initializer.Value);
            }
        }
    }

    /// <summary>What a record is made with.</summary>
    public void Creation(IObjectCreationOperation creation)
    {
        if (creation.Type is { IsRecord: true } record)
        {
            foreach (var argument in creation.Arguments)
            {
                if (argument is { Value.Type.SpecialType: SpecialType.System_Boolean, Parameter: { Name: var name } } && record.GetMembers(name) is [IPropertySymbol property])
                {
                    Member(property, argument.Value);
                }
            }
        }
    }

    // Most files have no question at all.
    private void Member(ISymbol member, IOperation value)
    {
        if (!member.DeclaringSyntaxReferences.IsEmpty && ScopeQuestions.MayBeInFile(value.Syntax.SyntaxTree))
        {
            Add(CodeKey.Of(member is IPropertySymbol { GetMethod: { } getter } ? getter : member), value);
        }
    }
}
