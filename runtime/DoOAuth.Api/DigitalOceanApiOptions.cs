namespace DoOAuth.Api;

/// <summary>How <see cref="DigitalOceanApi"/> reads answers.</summary>
public sealed class DigitalOceanApiOptions
{
    /// <summary>
    /// What happens to members of an answer that DigitalOcean's API description does not contain. They are kept unless you say otherwise, so that an
    /// object that is read, changed and sent back loses nothing.
    /// </summary>
    public UnknownMembers UnknownMembers { get; set; }
}
