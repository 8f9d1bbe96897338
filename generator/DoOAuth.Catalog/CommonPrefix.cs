namespace DoOAuth.Catalog;

/// <summary>Of names that are equally near, the one that begins alike was probably meant.</summary>
internal static class CommonPrefix
{
    /// <summary>How many characters both begin with.</summary>
    public static int Length(string first, string second)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && first[length] == second[length])
        {
            length++;
        }

        return length;
    }
}
