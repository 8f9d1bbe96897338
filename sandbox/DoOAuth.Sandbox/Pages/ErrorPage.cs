namespace DoOAuth.Sandbox.Pages;

/// <summary>A page of the sandbox that describes an error.</summary>
internal static class ErrorPage
{
    private static readonly Markup LeftHere = new("""<p class="quiet">DigitalOcean also shows a page like this one and does not redirect the user to the app.</p>""");
    private static readonly Markup Nothing = new("");

    /// <summary>Writes the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="explanation">Where, and how to fix it.</param>
    /// <param name="leavesUserHere">Whether the app is not told about the error, as at DigitalOcean.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string explanation, bool leavesUserHere = false) =>
        Page.WriteAsync(context, status, title, Markup.Of($"""
            <section class="card">
            <h1>{title}</h1>
            <p>{explanation}</p>
            {(leavesUserHere ? LeftHere : Nothing)}
            </section>
            """));
}
