namespace DoOAuth.Api;

/// <summary>What happens to members of an answer that DigitalOcean's API description does not contain.</summary>
public enum UnknownMembers
{
    /// <summary>They are in <see cref="DigitalOceanObject.OtherMembers"/>, and are written back.</summary>
    Keep,

    /// <summary>They are skipped. Described members with a value of another kind are still in <see cref="DigitalOceanObject.MistypedMembers"/>.</summary>
    Ignore,
}
