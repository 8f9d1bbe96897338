using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>Binds the signed-in user. If nobody is signed in, a parameter that can be null is null, and any other gets the response of a guard.</summary>
internal sealed class UserModelBinder : IModelBinder
{
    private UserModelBinder()
    {
    }

    public static UserModelBinder Instance { get; } = new();

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var context = bindingContext.HttpContext;
        var user = await context.RequestServices.GetRequiredService<ICurrentUser>().ReadAsync(context);
        if (user is null && bindingContext.ModelMetadata.IsRequired)
        {
            var application = context.RequestServices.GetRequiredService<ApplicationDirectory>().Of(context.GetEndpoint(), nameof(DigitalOceanUser));
            throw DigitalOceanAccessException.WithoutSession(context, application);
        }

        bindingContext.Result = ModelBindingResult.Success(user);
    }
}
