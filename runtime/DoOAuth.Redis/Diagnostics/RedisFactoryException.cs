namespace DoOAuth;

/// <summary>The app's own connection could not be made. Its error is not kept: it may hold all that the app wrote of where Redis is.</summary>
internal sealed class RedisFactoryException() : IOException("The app's connection to Redis could not be made.");
