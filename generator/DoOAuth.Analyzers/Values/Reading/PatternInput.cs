using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds the expression that a pattern is matched with, as in <c>request.Path is { Length: > 0 } path</c>.</summary>
internal static class PatternInput
{
    /// <summary>
    /// The expression; for a part of a pattern, the member that it names, whose object is <see cref="InstanceReferenceKind.PatternInput"/>. Null if it is
    /// something else, such as an element of a list.
    /// </summary>
    public static IOperation? Of(IOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation test => test.Value,
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Pattern == pattern => choice.Value,
        IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
        INegatedPatternOperation or IBinaryPatternOperation => Of(pattern.Parent),
        IPropertySubpatternOperation { Member: IMemberReferenceOperation member } => member,
        _ => null,
    };

    /// <summary>The object that a part of a pattern belongs to; the expression itself for another one.</summary>
    public static IOperation ObjectOf(IOperation instance)
    {
        if (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput })
        {
            for (var around = instance.Parent; around is not null; around = around.Parent)
            {
                if (around is IRecursivePatternOperation pattern)
                {
                    return Of(pattern) ?? instance;
                }
            }
        }

        return instance;
    }
}
