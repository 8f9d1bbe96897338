namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>The frameworks that make endpoints of a type's methods.</summary>
internal enum EndpointFamily
{
    /// <summary>Actions of MVC controllers.</summary>
    Controllers,

    /// <summary>Handlers of Razor Pages.</summary>
    Pages,

    /// <summary>Methods of SignalR hubs.</summary>
    Hubs,

    /// <summary>Routable Razor components.</summary>
    Components,

    /// <summary>Methods of gRPC services.</summary>
    Grpc,

    /// <summary>Endpoints of FastEndpoints.</summary>
    FastEndpoints,

    /// <summary>Endpoints of Wolverine.Http.</summary>
    Wolverine,

    /// <summary>Carter's modules, which map endpoints themselves.</summary>
    Carter,
}
