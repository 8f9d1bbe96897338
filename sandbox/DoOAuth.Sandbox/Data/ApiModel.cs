using System.Collections.Concurrent;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Bodies;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Data;

/// <summary>Everything that is known about the API: operations, shapes, and the resources that follow from them. It is read once.</summary>
internal sealed class ApiModel
{
    private readonly ConcurrentDictionary<string, AnswerLayout?> _layouts = new(StringComparer.Ordinal);

    private ApiModel()
    {
        Operations = CatalogFiles.Operations;
        Shapes = ShapeCatalog.Parse(CatalogFiles.Read("shapes.tsv"));
        Answers = AnswerCatalog.Parse(CatalogFiles.Read("answers.tsv"));
        Resources = new ResourceMap(Operations, Answers, Shapes);
        Examples = new ExampleComposer(Shapes);
        Check = new BodyCheck(Shapes);
    }

    /// <summary>The model, which is read when something asks for it: a sandbox is ready before that.</summary>
    public static Lazy<ApiModel> Shared { get; } = new(() => new ApiModel());

    /// <summary>The model.</summary>
    public static ApiModel Instance => Shared.Value;

    /// <summary>The operations.</summary>
    public OperationCatalog Operations { get; }

    /// <summary>The shapes of requests and answers.</summary>
    public ShapeCatalog Shapes { get; }

    /// <summary>What operations take and answer.</summary>
    public AnswerCatalog Answers { get; }

    /// <summary>The kinds of resources.</summary>
    public ResourceMap Resources { get; }

    /// <summary>Composes values from examples.</summary>
    public ExampleComposer Examples { get; }

    /// <summary>Checks requests.</summary>
    public BodyCheck Check { get; }

    /// <summary>Where the answer of an operation has what it is about. Null if the answer has no members.</summary>
    public AnswerLayout? LayoutOf(OperationShapes operation) => _layouts.GetOrAdd(operation.OperationId, _ => AnswerLayout.Of(Shapes, operation.Answer));
}
