using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DoOAuth.Tests;

/// <summary>Actions take the user and the client as handlers of minimal APIs do.</summary>
public sealed class Controllers_and_pages : ScriptedTests
{
    private Task<TestApp> StartWithControllersAsync(Action<MvcOptions>? mvc = null) => StartAsync(
        app =>
        {
            app.MapControllers();
            app.MapGet("/Home/Error", () => "the app's error page");
        },
        build: builder =>
        {
            builder.Services.AddControllers(mvc ?? (static _ => { })).AddApplicationPart(typeof(UsersController).Assembly);
            builder.Services.AddEndpointsApiExplorer();
        });

    [Theory]
    [InlineData("/users/nullable", "nobody")]
    [InlineData("/users/nullable-of-api", "nobody")]
    public async Task Signed_out_a_parameter_that_can_be_null_is_null(string path, string expected)
    {
        var app = await StartWithControllersAsync();
        using var browser = app.NewBrowser();

        Assert.Equal(expected, (await browser.GetAsync(path)).Body.Trim('"'));
    }

    [Theory]
    [InlineData("/users/required")]
    [InlineData("/users/required-of-api")]
    [InlineData("/users/call")]
    [InlineData("/users/call-of-api")]
    public async Task Signed_out_any_other_is_401(string path)
    {
        var app = await StartWithControllersAsync();
        using var browser = app.NewBrowser();

        var answer = await browser.GetAsync(path);
        Assert.Equal(401, answer.Status);
        Assert.Equal("Not signed in", (string?)answer.Json["title"]);
        Assert.Equal("/login?returnUrl=" + Uri.EscapeDataString(path), (await browser.LoadAsync(path)).Header("Location"));
    }

    [Theory]
    [InlineData("/users/nullable")]
    [InlineData("/users/nullable-of-api")]
    [InlineData("/users/required")]
    [InlineData("/users/required-of-api")]
    [InlineData("/users/call")]
    [InlineData("/users/call-of-api")]
    [InlineData("/users/guarded-of-api")]
    public async Task Signed_in_it_is_there(string path)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", "user-7").ToString());
        var app = await StartWithControllersAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal("user-7", (await browser.GetAsync(path)).Body.Trim('"'));
    }

    [Fact]
    public async Task Neither_is_described_as_part_of_the_request()
    {
        var app = await StartWithControllersAsync();

        var actions = app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(group => group.Items).Where(item => item.RelativePath!.StartsWith("users/", StringComparison.Ordinal)).ToList();

        Assert.Equal(7, actions.Count);
        Assert.All(actions, action => Assert.DoesNotContain(action.ParameterDescriptions, parameter => parameter.Source.IsFromRequest));
    }

    // An app can bind the type by itself, and its provider can be first.
    [Fact]
    public async Task A_binder_of_the_app_is_left_alone()
    {
        var app = await StartWithControllersAsync(options => options.ModelBinderProviders.Insert(0, new Nobody()));
        using var browser = await app.SignedInAsync();

        Assert.Equal("nobody", (await browser.GetAsync("/users/nullable")).Body.Trim('"'));
    }

    private sealed class Nobody : IModelBinderProvider, IModelBinder
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(DigitalOceanUser) ? this : null;

        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }
    }
}
