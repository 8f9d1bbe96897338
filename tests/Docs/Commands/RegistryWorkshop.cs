using System.Xml.Linq;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A workshop that also restores from the package sources of this machine, for what no project of this repository brings along.</summary>
public sealed class RegistryWorkshop : Workshop
{
    protected override XDocument Configuration(string feed) =>
        new(new XElement("configuration", new XElement("packageSources", new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", feed)))));
}
