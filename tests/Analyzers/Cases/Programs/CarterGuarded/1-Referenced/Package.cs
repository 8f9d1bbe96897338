namespace Carter;

// What the package Carter declares, shortened.
public interface ICarterModule
{
    void AddRoutes(IEndpointRouteBuilder app);
}

public abstract class CarterModule : ICarterModule
{
    protected CarterModule()
    {
    }

    protected CarterModule(string basePath)
    {
    }

    public Func<EndpointFilterInvocationContext, IResult?>? Before { get; set; }

    public abstract void AddRoutes(IEndpointRouteBuilder app);

    public CarterModule RequireAuthorization(params string[] policyNames) => this;
}

public static class CarterExtensions
{
    public static IEndpointRouteBuilder MapCarter(this IEndpointRouteBuilder builder) => builder;
}
