namespace DoOAuth;

/// <summary>Marks types that belong to one signed-in user. A handler with such a parameter gives an answer for that user alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PersonalAttribute : Attribute;
