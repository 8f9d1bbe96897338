namespace DoOAuth.Analyzers.Project;

/// <summary>The amount of work that the analysis of a project took.</summary>
/// <param name="Edges">The number of visited call edges.</param>
/// <param name="Builders">The number of visited builders.</param>
/// <param name="Endpoints">The number of endpoints. Each counts once for each call of the method that creates it.</param>
internal sealed record ProjectStatistics(long Edges, long Builders, int Endpoints);
