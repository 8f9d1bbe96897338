using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>An operation.</summary>
/// <param name="Entry">Verb, path and scopes.</param>
/// <param name="Shapes">Parameters and bodies.</param>
/// <param name="Group">The group, such as <c>Droplets</c>.</param>
/// <param name="Method">The method, such as <c>ListAsync</c>.</param>
/// <param name="Path">The parameters in the path, in the order of the path.</param>
/// <param name="Query">The parameters in the query.</param>
/// <param name="Request">The type of the body, or null if there is none.</param>
/// <param name="NeedsRequest">Whether the operation is of no use without a body.</param>
/// <param name="Answer">The answer.</param>
internal sealed record ClientOperation(
    OperationEntry Entry,
    OperationShapes Shapes,
    string Group,
    string Method,
    IReadOnlyList<ClientParameter> Path,
    IReadOnlyList<ClientParameter> Query,
    ClientType? Request,
    bool NeedsRequest,
    ClientAnswer Answer);

/// <summary>A parameter of an operation.</summary>
/// <param name="Source">Its description.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
internal sealed record ClientParameter(OperationParameter Source, string Name, ClientType Type);

/// <summary>What an operation answers.</summary>
/// <param name="Kind">What a caller gets.</param>
/// <param name="Type">The type of the whole answer. Null if it is not an object.</param>
/// <param name="Part">The member that a caller gets if <paramref name="Kind"/> is <see cref="AnswerKind.Part"/>.</param>
internal sealed record ClientAnswer(AnswerKind Kind, RecordType? Type = null, RecordMember? Part = null);

/// <summary>What a caller of an operation gets.</summary>
internal enum AnswerKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The whole answer.</summary>
    Whole,

    /// <summary>The only member of the answer.</summary>
    Part,

    /// <summary>The items of all pages.</summary>
    Pages,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>A text that is not JSON.</summary>
    Text,

    /// <summary>A file.</summary>
    Bytes,
}
