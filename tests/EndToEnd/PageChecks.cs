using Deque.AxeCore.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>What holds for every page: it fits its window, and axe finds nothing that keeps people out.</summary>
internal static class PageChecks
{
    /// <summary>Checks the page in front of the visitor, and keeps a picture of it.</summary>
    public static async Task AssertAsync(Visitor visitor, string name)
    {
        await visitor.PictureAsync(name, fullPage: true);
        var width = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(width <= 0, $"{name} is {width} px wider than the window.");

        var violations = (await visitor.Page.RunAxe()).Violations;
        Assert.True(
            violations.Length == 0,
            $"{name}: {string.Join("; ", violations.Select(violation => $"{violation.Id} ({violation.Help}) at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"))}");
    }
}
