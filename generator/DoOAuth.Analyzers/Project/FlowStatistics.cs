namespace DoOAuth.Analyzers.Project;

/// <summary>How much work it was to join a project's facts.</summary>
/// <param name="Steps">How many steps between pieces of code were looked at.</param>
/// <param name="Builders">How many builders were looked at.</param>
/// <param name="Endpoints">How many endpoints there are, each as often as the method that makes it is called.</param>
internal sealed record FlowStatistics(long Steps, long Builders, int Endpoints);
