using DoOAuth.Catalog;
using DoOAuth.Sandbox.Bodies;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Data;

/// <summary>Everything that is known about the API: operations, shapes, and the resources that follow from them. It is read once.</summary>
internal sealed class ApiModel
{
    private static readonly Lazy<ApiModel> LazyInstance = new(() => new ApiModel());

    private ApiModel()
    {
        Operations = CatalogFiles.Operations;
        Shapes = ShapeCatalog.Parse(CatalogFiles.Read("shapes.tsv"));
        Answers = AnswerCatalog.Parse(CatalogFiles.Read("answers.tsv"));
        Resources = new ResourceMap(Operations, Answers, Shapes);
        Examples = new ExampleComposer(Shapes);
        Check = new BodyCheck(Shapes);
    }

    /// <summary>The model.</summary>
    public static ApiModel Instance => LazyInstance.Value;

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
}
