using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Lets actions and page handlers take <see cref="DigitalOceanUser"/> and the client as parameters, as handlers of minimal APIs do. MVC would read them
/// from the request otherwise, and describe them as part of it.
/// </summary>
internal sealed class MvcParameters : IConfigureOptions<MvcOptions>, IModelBinderProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(DigitalOceanUser), BindingSource.Special));
        options.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(DigitalOceanUser)));
        options.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(DigitalOceanClient), BindingSource.Services));
        options.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(DigitalOceanClient)));
        options.ModelBinderProviders.Insert(0, this);
    }

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Metadata.ModelType == typeof(DigitalOceanUser) ? UserModelBinder.Instance : null;
    }
}
