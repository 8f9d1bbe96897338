using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DoOAuthApp_Namespace.Deployment;

/// <summary>
/// The key that protects cookies, derived from a secret of the environment: it is the same after each deployment. Another secret signs all
/// users out.
/// </summary>
internal sealed class SecretKey : IXmlRepository
{
    private const int ShortestSecret = 32;
    private const int MasterKeySize = 64;
    private const int IdSize = 16;

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly XElement _key;

    public SecretKey(string secret)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new InvalidOperationException("DataProtection:Secret is too short. Set it to the output of: openssl rand -base64 48");
        }

        using var master = new Secret(Derive(secret, MasterKeySize, "data protection key"));
        var descriptor = new AuthenticatedEncryptorDescriptor(new AuthenticatedEncryptorConfiguration(), master).ExportToXml();
        _key = new XElement("key",
            new XAttribute("id", new Guid(Derive(secret, IdSize, "data protection key id"))),
            new XAttribute("version", 1),
            new XElement("creationDate", Begin),
            new XElement("activationDate", Begin),
            new XElement("expirationDate", Begin.AddYears(100)),
            new XElement("descriptor", new XAttribute("deserializerType", descriptor.DeserializerType.AssemblyQualifiedName!), descriptor.SerializedDescriptorElement));
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [new(_key)];

    public void StoreElement(XElement element, string friendlyName) =>
        throw new NotSupportedException("The key comes from DataProtection:Secret. Set another secret to replace it.");

    private static byte[] Derive(string secret, int size, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA512, Encoding.UTF8.GetBytes(secret), size, info: Encoding.UTF8.GetBytes(purpose));
}
