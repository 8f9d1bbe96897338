namespace DoOAuth.Analyzers.Project;

/// <summary>How much work the analysis of a project was.</summary>
/// <param name="Edges">How many call edges were visited.</param>
/// <param name="Builders">How many builders were looked at.</param>
/// <param name="Endpoints">How many endpoints there are, each as often as the method that makes it is called.</param>
internal sealed record ProjectStatistics(long Edges, long Builders, int Endpoints);
