namespace DoOAuth.Sandbox.Pages;

/// <summary>A page that says what is wrong, at the sandbox.</summary>
internal static class ErrorPage
{
    private static readonly Markup LeftHere = new("""<p class="quiet">At DigitalOcean, too, the user is left on a page like this one: nothing goes back to the app.</p>""");
    private static readonly Markup Nothing = new("");

    /// <summary>Writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="explanation">Where, and what mends it.</param>
    /// <param name="leavesUserHere">Whether the app will not hear of it, as at DigitalOcean.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string explanation, bool leavesUserHere = false) =>
        Page.WriteAsync(context, status, title, Markup.Of($"""
            <section class="card">
            <h1>{title}</h1>
            <p>{explanation}</p>
            {(leavesUserHere ? LeftHere : Nothing)}
            </section>
            """));
}
