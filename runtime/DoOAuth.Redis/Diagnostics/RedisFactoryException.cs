namespace DoOAuth;

/// <summary>The app's own connection could not be created. The app's exception is not kept, because it can contain the whole connection string.</summary>
internal sealed class RedisFactoryException() : IOException("The app's connection to Redis could not be created.");
