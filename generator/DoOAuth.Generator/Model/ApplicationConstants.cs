namespace DoOAuth.Generator.Model;

/// <summary>The constants of an annotated class.</summary>
internal sealed record ApplicationConstants(
    ConstantModel Scheme,
    ConstantModel SessionScheme,
    ConstantModel LoginPath,
    ConstantModel CallbackPath,
    ConstantModel LogoutPath,
    ConstantModel DisconnectPath,
    ConstantModel UserPath)
{
    /// <summary>The emitted constants, in their order.</summary>
    public IEnumerable<ConstantModel> Emitted =>
        new[] { Scheme, SessionScheme, LoginPath, CallbackPath, LogoutPath, DisconnectPath, UserPath }.Where(constant => constant.IsEmitted);
}
