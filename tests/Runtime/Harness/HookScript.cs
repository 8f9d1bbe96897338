namespace DoOAuth.Tests.Harness;

/// <summary>What the hooks of an annotated class do in one app: a hook is static, and a test is not.</summary>
internal sealed class HookScript
{
    public List<DigitalOceanSignIn> SignIns { get; } = [];

    public List<DigitalOceanFailure> Failures { get; } = [];

    public Func<DigitalOceanSignIn, IResult?> SignedIn { get; set; } = static _ => null;

    public Func<DigitalOceanFailure, IResult?> Failed { get; set; } = static _ => null;

    public static HookScript Of(HttpContext context) => context.RequestServices.GetRequiredService<HookScript>();
}
