using System.Reflection;

namespace DoOAuth.Clients.Tests.Cases;

/// <summary>One case for a client.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ClientAttribute(string client) : ClientDataAttribute(client)
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Client]];
}
