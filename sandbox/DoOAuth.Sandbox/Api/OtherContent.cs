using System.Text;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Api;

/// <summary>The few answers that are not JSON.</summary>
internal static class OtherContent
{
    // The smallest file that readers of PDF take: a page without content.
    private const string Pdf = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """;

    private const string Csv = """
        product,group_description,description,hours,start,end,USD,project_name,category
        Droplets,,web-01 (s-1vcpu-1gb),744,2026-01-01 00:00:00 +0000,2026-02-01 00:00:00 +0000,$6.00,sandbox,iaas

        """;

    private const string Yaml = """
        apiVersion: v1
        kind: Config
        clusters:
        - name: do-nyc3-sandbox
          cluster:
            server: https://sandbox.k8s.invalid
        contexts:
        - name: do-nyc3-sandbox
          context:
            cluster: do-nyc3-sandbox
            user: do-nyc3-sandbox-admin
        current-context: do-nyc3-sandbox
        users:
        - name: do-nyc3-sandbox-admin
          user: {}

        """;

    /// <summary>The answer of an operation.</summary>
    public static ApiResult Of(OperationShapes operation) =>
        new(operation.Status, Encoding.UTF8.GetBytes(operation.ContentType switch { "application/pdf" => Pdf, "text/csv" => Csv, "application/yaml" => Yaml, _ => "" }), operation.ContentType);
}
