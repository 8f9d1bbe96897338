using System.Globalization;
using System.Text;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>Endpoints in a group, each with the guards of what its handler reaches through a service.</summary>
internal static class EndpointFile
{
    public static string Text(int number, IReadOnlyList<ServiceFile> services, int methods)
    {
        var maps = new StringBuilder();
        var handlers = new StringBuilder();

        // One method maps, the others handle.
        for (var handler = 1; handler < methods; handler++)
        {
            var service = services[((number * methods) + handler) % services.Count];
            var guards = string.Concat(service.OperationsOf(handler).Select(operation => operation.Guards).Distinct());
            maps.Append(CultureInfo.InvariantCulture, $$"""
                        area.MapPost("/step{{handler}}/{id}", {{Handler(handler, service.Number)}}){{guards}};

                """);
            handlers.Append(CultureInfo.InvariantCulture, $$"""

                    private static async Task<IResult> Handle{{handler}}Async(long id, IService{{service.Number}} service, DigitalOceanUser user, CancellationToken cancel)
                    {
                        if (id <= {{handler}} || id > int.MaxValue)
                        {
                            return Results.BadRequest($"'{id}' is not one of {user.Name ?? user.Uuid}'s.");
                        }

                        var answer = await service.Step{{handler}}Async(id, cancel);
                        return answer.Length == 0 ? Results.NoContent() : Results.Text(answer, "application/json");
                    }

                """);
        }

        return $$"""
            using DoOAuth;

            namespace Sample;

            internal static class Area{{number}}
            {
                public static void MapArea{{number}}(this IEndpointRouteBuilder endpoints)
                {
                    var area = endpoints.MapGroup("/area{{number}}").WithTags("area");
            {{maps}}    }
            {{handlers}}}
            """;
    }

    // Some pass the method, some write a lambda around it.
    private static string Handler(int handler, int service) => handler % 3 == 1
        ? string.Create(CultureInfo.InvariantCulture, $"(long id, IService{service} service, DigitalOceanUser user, CancellationToken cancel) => Handle{handler}Async(id, service, user, cancel)")
        : string.Create(CultureInfo.InvariantCulture, $"Handle{handler}Async");
}
