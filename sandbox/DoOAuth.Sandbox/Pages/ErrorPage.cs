namespace DoOAuth.Sandbox.Pages;

/// <summary>A page of the sandbox that describes an error.</summary>
internal static class ErrorPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="explanation">Where, and how to fix it.</param>
    /// <param name="atDigitalOcean">What DigitalOcean's page says instead, if DigitalOcean shows one and does not tell the app.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string explanation, string? atDigitalOcean = null) =>
        Page.WriteAsync(context, status, title, Markup.Of($"""
            <section class="card">
            <h1>{title}</h1>
            <p>{explanation}</p>
            {(atDigitalOcean is null ? Markup.Of($"") : Instead(atDigitalOcean))}
            </section>
            """));

    private static Markup Instead(string text) => Markup.Of($"""
        <p class="quiet">DigitalOcean also shows a page and does not redirect the user to the app. Its page says only: “{text}”</p>
        """);
}
