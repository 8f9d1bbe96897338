using DoOAuth;

namespace TwoApplications;

/// <summary>The application that customers sign in to, at <c>/login</c>. Its registration is in the section <c>DigitalOcean</c>.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class Store;
