namespace DoOAuth.Sandbox.Pages;

/// <summary>A page that says what is wrong, at the sandbox.</summary>
internal static class ErrorPage
{
    /// <summary>Writes it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title, string explanation) =>
        Page.WriteAsync(context, status, title, Markup.Of($"""
            <section class="card">
            <h1>{title}</h1>
            <p>{explanation}</p>
            <p class="quiet">At DigitalOcean, too, the user is left on a page like this one: nothing goes back to the app.</p>
            </section>
            """));
}
