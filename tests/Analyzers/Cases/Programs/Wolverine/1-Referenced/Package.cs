namespace Wolverine.Http
{
    // What the package WolverineFx.Http declares, shortened.
    [AttributeUsage(AttributeTargets.Method)]
    public abstract class WolverineHttpMethodAttribute(string verb, string route) : Attribute
    {
        public string Verb => verb;

        public string Route => route;
    }

    public class WolverineGetAttribute(string route) : WolverineHttpMethodAttribute("GET", route);

    public class WolverinePostAttribute(string route) : WolverineHttpMethodAttribute("POST", route);

    public class WolverineHttpOptions
    {
        public void ConfigureEndpoints(Action<IEndpointConventionBuilder> configure)
        {
        }
    }

    public static class WolverineHttpEndpointRouteBuilderExtensions
    {
        public static void MapWolverineEndpoints(this IEndpointRouteBuilder endpoints, Action<WolverineHttpOptions>? configure = null)
        {
        }
    }
}
