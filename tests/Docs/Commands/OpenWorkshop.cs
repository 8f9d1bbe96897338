using System.Xml.Linq;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A workshop for projects that need packages of others: those come from where this machine's user has them.</summary>
public sealed class OpenWorkshop : Workshop
{
    protected override XDocument Configuration(string feed) => new(new XElement("configuration",
        new XElement("packageSources", new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", feed)))));
}
