namespace DoOAuth.Api.Tests.Client;

/// <summary>Lists that come in pages.</summary>
public sealed class PagingTests
{
    private static readonly Uri Server = new("https://api.example.test");

    [Fact]
    public async Task A_list_follows_the_links_to_its_end()
    {
        var (client, addresses) = Serve(number => $$$$"""{"droplets":[{"id":{{{{number}}}}}],"links":{"pages":{{{{(number < 3 ? $$$$"""{"next":"https://api.example.test/v2/droplets?page={{{{number + 1}}}}&per_page=1&tag_name=web"}""" : "{}")}}}}},"meta":{"total":3}}""");

        var droplets = await client.Droplets.ListAsync(tagName: "web", perPage: 1).ToListAsync();

        Assert.Equal([1, 2, 3], droplets.Select(droplet => droplet.Id));
        Assert.Equal(["/v2/droplets?tag_name=web&per_page=1".Length, 3], [addresses[0].PathAndQuery.Length, addresses.Count]);
        Assert.Equal("?page=3&per_page=1&tag_name=web", addresses[2].Query);
    }

    [Theory]
    [InlineData("https://evil.example/v2/droplets?page=2")]
    [InlineData("http://api.example.test/v2/droplets?page=2")]
    [InlineData("//evil.example/v2/droplets?page=2")]
    [InlineData("https://api.example.test@evil.example/v2/account?page=2")]
    public async Task A_link_never_leads_to_another_server_or_operation(string next)
    {
        var (client, addresses) = Serve(number => number == 1 ? $$$$"""{"droplets":[{"id":1}],"links":{"pages":{"next":"{{{{next}}}}"}}}""" : """{"droplets":[{"id":2}],"links":{}}""");

        var droplets = await client.Droplets.ListAsync().ToListAsync();

        Assert.Equal([1, 2], droplets.Select(droplet => droplet.Id));
        Assert.All(addresses, address => Assert.Equal("https://api.example.test/v2/droplets", address.GetLeftPart(UriPartial.Path)));
    }

    [Fact]
    public async Task A_link_that_leads_in_a_circle_ends_the_list()
    {
        var (client, addresses) = Serve(_ => """{"droplets":[{"id":1}],"links":{"pages":{"next":"https://api.example.test/v2/droplets?page=2"}}}""");

        Assert.Equal(2, await client.Droplets.ListAsync().CountAsync());
        Assert.Equal(2, addresses.Count);
    }

    [Fact]
    public async Task A_list_can_be_read_twice_and_requests_nothing_before()
    {
        var (client, addresses) = Serve(_ => """{"droplets":[{"id":1}],"links":{}}""");
        var droplets = client.Droplets.ListAsync();

        Assert.Empty(addresses);
        Assert.Equal(1, await droplets.CountAsync());
        Assert.Equal(1, await droplets.CountAsync());
    }

    [Fact]
    public async Task Pages_are_requested_only_as_far_as_they_are_read()
    {
        var (client, addresses) = Serve(number => $$$$"""{"droplets":[{"id":{{{{number}}}}}],"links":{"pages":{"next":"https://api.example.test/v2/droplets?page={{{{number + 1}}}}"}}}""");

        Assert.Equal(5, (await client.Droplets.ListAsync().Take(5).ToListAsync()).Count);
        Assert.Equal(5, addresses.Count);
    }

    [Theory]
    [InlineData("""{"droplets":null,"links":null,"meta":null}""")]
    [InlineData("""{"droplets":[]}""")]
    [InlineData("{}")]
    public async Task A_list_without_items_is_empty(string json)
    {
        var (client, addresses) = Serve(_ => json);

        Assert.Empty(await client.Droplets.ListAsync().ToListAsync());
        Assert.Single(addresses);
    }

    [Theory]
    [InlineData("""{"droplets":[{"id":1},null]}""")]
    [InlineData("""{"droplets":[{"id":1},7]}""")]
    [InlineData("""{"droplets":{"id":1}}""")]
    [InlineData("")]
    public async Task A_list_that_cannot_be_read_is_an_error_and_not_empty(string json)
    {
        foreach (var unknown in Enum.GetValues<UnknownMembers>())
        {
            var droplets = new DigitalOceanApi(Serve(_ => json).Client, new DigitalOceanApiOptions { UnknownMembers = unknown }).Droplets;

            await Assert.ThrowsAsync<DigitalOceanApiException>(async () => await droplets.ListAsync().ToListAsync());
            await Assert.ThrowsAsync<DigitalOceanApiException>(() => droplets.ListPageAsync());
        }
    }

    [Fact]
    public async Task A_list_in_one_piece_that_cannot_be_read_is_an_error_too()
    {
        await Assert.ThrowsAsync<DigitalOceanApiException>(() => Serve(_ => """{"databases":[{"id":"a"},null]}""").Client.Databases.ListClustersAsync());
        Assert.Empty(await Serve(_ => """{"databases":null}""").Client.Databases.ListClustersAsync());
        Assert.Empty(await Serve(_ => "{}").Client.Databases.ListClustersAsync());
    }

    // Null is one of the items that the description has here.
    [Fact]
    public async Task An_item_that_can_be_null_is_left_out() =>
        Assert.Equal([1L, 2L], (await Serve(_ => """{"kernels":[{"id":1},null,{"id":2}]}""").Client.Droplets.ListKernelsAsync(7).ToListAsync()).Select(kernel => kernel.Id));

    [Fact]
    public async Task The_callers_filter_holds_on_every_page()
    {
        var (client, addresses) = Serve(number => $$$$"""{"droplets":[{"id":{{{{number}}}}}],"links":{"pages":{{{{(number < 2 ? """{"next":"https://api.example.test/v2/droplets?page=2"}""" : "{}")}}}}}}""");

        Assert.Equal(2, await client.Droplets.ListAsync(tagName: "a b", perPage: 1).CountAsync());
        Assert.Equal("?per_page=1&tag_name=a%20b&page=2".Length, addresses[1].Query.Length);
        Assert.Contains("tag_name=a%20b", addresses[1].Query, StringComparison.Ordinal);
        Assert.EndsWith("&page=2", addresses[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_with_a_list_is_not_lost()
    {
        var run = await Serve(_ => """{"run":{"eval_run_uuid":"r"},"results":[{}],"links":{},"meta":{"total":1}}""").Client.GradientAI.GetModelEvaluationRunAsync("r", page: 1);
        Assert.NotNull(run.Run);
        Assert.Single(run.Results!);

        var results = await Serve(_ => """{"evaluation_run":{},"prompts":[{},{}]}""").Client.GradientAI.GetEvaluationRunResultsAsync("r");
        Assert.NotNull(results.EvaluationRun);
        Assert.Equal(2, results.Prompts!.Count);
    }

    [Fact]
    public async Task The_items_are_found_beside_lists_of_values_to_filter_by()
    {
        var (client, addresses) = Serve(number => """{"available_statuses":["A"],"available_candidate_types":["B"],"runs":[{}],"meta":{"page":PAGE,"pages":2}}""".Replace("PAGE", $"{number}", StringComparison.Ordinal));

        Assert.Equal(2, await client.GradientAI.ListModelEvaluationRunsAsync(search: "x").CountAsync());
        Assert.Equal("?search=x&page=2", addresses[1].Query);
        Assert.Single((await client.GradientAI.ListModelEvaluationRunsPageAsync()).AvailableStatuses!);
    }

    // Number of the page and of pages in meta, no links.
    [Fact]
    public async Task GradientAI_lists_go_on_by_number()
    {
        var (client, addresses) = Serve(number => $$$$"""{"agents":[{"name":"{{{{number}}}}"}],"meta":{"page":{{{{number}}}},"pages":3,"total":3}}""");

        Assert.Equal(["1", "2", "3"], (await client.GradientAI.ListAgentsAsync().ToListAsync()).Select(agent => agent.Name));
        Assert.Equal("?page=3", addresses[2].Query);
    }

    [Fact]
    public async Task Billing_insights_go_on_by_number()
    {
        var (client, addresses) = Serve(number => $$$$"""{"data_points":[{"sku":"{{{{number}}}}"}],"total_items":2,"total_pages":2,"current_page":{{{{number}}}}}""");

        Assert.Equal(2, await client.Billing.ListInsightsAsync("do:team:7", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), perPage: 1).CountAsync());
        Assert.Equal("/v2/billing/do%3Ateam%3A7/insights/2026-01-01/2026-01-31?per_page=1&page=2", addresses[1].PathAndQuery);
    }

    [Fact]
    public async Task A_list_with_a_total_goes_on_until_all_items_are_there()
    {
        var (client, addresses) = Serve(number => $$$$"""{"vector_dbs":[{"name":"{{{{number}}}}"}],"total":3}""");

        Assert.Equal(3, await client.VectorDatabases.ListAsync().CountAsync());
        Assert.Equal(3, addresses.Count);
    }

    // Neither links nor meta: a page with fewer items than asked for is the last.
    [Fact]
    public async Task A_list_that_says_nothing_goes_on_while_pages_are_full()
    {
        var (client, addresses) = Serve(number => number < 3 ? """{"garbage_collections":[{"uuid":"a"},{"uuid":"b"}]}""" : """{"garbage_collections":[{"uuid":"c"}]}""");

        Assert.Equal(5, await client.ContainerRegistries.ListGarbageCollectionsAsync("acme", perPage: 2).CountAsync());
        Assert.Equal(3, addresses.Count);
    }

    [Fact]
    public async Task A_list_of_an_operation_without_pages_follows_links_too()
    {
        var (client, addresses) = Serve(number => $$$$"""{"billing_history":[{"amount":"{{{{number}}}}"}],"links":{"pages":{{{{(number < 2 ? """{"next":"https://api.example.test/v2/customers/my/billing_history?page=2"}""" : "{}")}}}}},"meta":{"total":2}}""");

        Assert.Equal(2, await client.Billing.ListHistoryAsync().CountAsync());
        Assert.Equal("?page=2", addresses[1].Query);
    }

    [Fact]
    public async Task A_map_comes_in_pages_too()
    {
        var (client, _) = Serve(_ => """{"policies":{"7":{"droplet_id":7}},"links":{},"meta":{"total":1}}""");

        var policy = Assert.Single(await client.Droplets.ListBackupPoliciesAsync().ToListAsync());
        Assert.Equal("7", policy.Key);
        Assert.Equal(7, policy.Value.DropletId);
    }

    [Fact]
    public async Task One_page_comes_with_its_links_and_meta()
    {
        var (client, addresses) = Serve(_ => """{"droplets":[{"id":1}],"links":{"pages":{"next":"https://api.example.test/v2/droplets?page=3","last":"https://api.example.test/v2/droplets?page=9"}},"meta":{"total":9}}""");

        var page = await client.Droplets.ListPageAsync(page: 2, perPage: 1);

        Assert.Equal(9, page.Meta.Total);
        Assert.EndsWith("page=9", page.Links?.Pages?.Last, StringComparison.Ordinal);
        Assert.Single(addresses);
    }

    private static (HttpClient Client, List<Uri> Addresses) Serve(Func<int, string> page)
    {
        var count = 0;
        var handler = new AnsweringHandler(_ => AnsweringHandler.Json(page(++count)));
        return (new HttpClient(handler) { BaseAddress = Server }, handler.Addresses);
    }
}
