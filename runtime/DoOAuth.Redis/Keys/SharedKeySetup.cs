using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Stores the app's data protection keys in Redis.</summary>
internal sealed class SharedKeySetup(SharedRedis redis, RedisKeyNames names) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new SharedKeyRepository(redis, names);
}
