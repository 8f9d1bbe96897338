namespace DoOAuth.ApiSource.Names;

/// <summary>Names that types of this package must not have: those that web apps import without a line of their own.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        // System
        "Action", "Array", "Attribute", "Boolean", "Buffer", "Byte", "Char", "Console", "Convert", "DateTime", "Decimal", "Delegate", "Double", "Enum",
        "Environment", "EventArgs", "Exception", "Func", "Guid", "Half", "Index", "Int32", "Int64", "Lazy", "Math", "Memory", "Nullable", "Object",
        "Predicate", "Progress", "Random", "Range", "Single", "Span", "String", "TimeProvider", "Tuple", "Type", "Uri", "Version",
        // System.IO, System.Linq, System.Collections.Generic, System.Threading
        "Directory", "File", "Path", "Stream", "Enumerable", "Lookup", "Dictionary", "List", "Queue", "Stack", "Barrier", "Lock", "Monitor", "Mutex",
        "Overlapped", "Semaphore", "Thread", "ThreadPool", "Timeout", "Timer", "Volatile", "Parallel", "Task",
        // Microsoft.AspNetCore.*, Microsoft.Extensions.*
        "Endpoint", "HostString", "PathString", "Results", "TypedResults", "Host", "Hosting", "WebApplication", "RouteData", "Route", "Router", "Options",
        "EventId", "LogLevel", "Logger", "ConfigurationBinder", "ServiceDescriptor", "ServiceProvider", "BadHttpRequestException", "FragmentString",
        "SameSiteMode", "StatusCodes", "Session", "HeaderDictionary", "LinkOptions", "Environments",
        // DoOAuth and its other packages
        "DigitalOceanAccess", "DigitalOceanAccessException", "DigitalOceanApplication", "DigitalOceanApplicationServices", "DigitalOceanClaimTypes",
        "DigitalOceanClient", "DigitalOceanClientHandler", "DigitalOceanEndpointConventionBuilder", "DigitalOceanEndpoints", "DigitalOceanFailure",
        "DigitalOceanLibraryAttribute", "DigitalOceanLibraryCallAttribute", "DigitalOceanLibraryEdgeAttribute", "DigitalOceanLibraryValueAttribute",
        "DigitalOceanLinks", "DigitalOceanOAuthAttribute", "DigitalOceanOAuthBuilder", "DigitalOceanOptions", "DigitalOceanPath", "DigitalOceanRedis",
        "DigitalOceanRedisOptions", "DigitalOceanReverseProxy", "DigitalOceanScopeAttribute", "DigitalOceanScopeUse", "DigitalOceanSessions",
        "DigitalOceanSignIn", "DigitalOceanTeam", "DigitalOceanUser", "FailureReasons", "RememberedSession", "RememberedSessionFormat",
        "RequireScopeAttribute", "ScopeGuardExtensions", "SessionStoreException", "StoredSession", "Scopes", "SignedInClients", "TestSignIn", "TestWebHost",
        // This package
        "DigitalOceanApi", "DigitalOceanObject", "MetricSample", "NumberOrText", "TextOrBoolean", "UnknownMembers",
    };

    /// <summary>The name, with the name of the service in front of it if it is reserved.</summary>
    public static string Avoid(string name) =>
        !All.Contains(name) ? name
        : All.Contains("DigitalOcean" + name) ? "DigitalOceanApi" + name
        : "DigitalOcean" + name;
}
