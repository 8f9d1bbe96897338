using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>An authority that this process trusts as a machine trusts those it has installed, and the certificates of servers that it issues.</summary>
internal static partial class TestAuthority
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("dooauth-authority-");
    private static readonly X509Certificate2 Authority = Create();

    /// <summary>The options of a Redis server that speaks TLS, with a certificate for this name.</summary>
    public static string TlsOptions(string name) => OptionsWith(Issue(name, Authority));

    /// <summary>Those of one whose certificate nobody here trusts.</summary>
    public static string StrangerTlsOptions(string name)
    {
        using var stranger = Create();
        return OptionsWith(Issue(name, stranger));
    }

    // Before anything asks for what is trusted: it is read once. Of the C library's environment, which .NET's is a copy of.
    [ModuleInitializer]
    internal static void Trust()
    {
        var file = Path.Combine(Folder.FullName, "trusted.pem");
        File.WriteAllText(file, Authority.ExportCertificatePem());
        Assert.Equal(0, SetEnvironment("SSL_CERT_FILE", file, 1));
        Environment.SetEnvironmentVariable("SSL_CERT_FILE", file);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
    }

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Authority of the tests {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static (string Certificate, string Key) Issue(string name, X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), Guid.NewGuid().ToByteArray());
        var at = Path.Combine(Folder.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllText($"{at}.pem", issued.ExportCertificatePem());
        File.WriteAllText($"{at}.key", key.ExportPkcs8PrivateKeyPem());
        return ($"{at}.pem", $"{at}.key");
    }

    private static string OptionsWith((string Certificate, string Key) files) =>
        $"--port 0 --tls-port {{port}} --tls-cert-file {files.Certificate} --tls-key-file {files.Key} --tls-auth-clients no";

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
