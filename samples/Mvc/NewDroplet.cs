namespace MvcSample;

/// <summary>The request of <c>POST /v2/droplets</c>.</summary>
public sealed record NewDroplet(string Name, string Region, string Size, string Image);
