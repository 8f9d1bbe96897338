using System.Reflection;
using DoOAuth.Clients.Tests.Running;

namespace DoOAuth.Clients.Tests.Cases;

/// <summary>A case for each call that a client's driver makes, with what it must return.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CallsAttribute(string client) : ClientDataAttribute(client)
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ExpectedCalls.Of(Client).Select(expected => new object[] { Client, expected.Call, expected.Text });
}
