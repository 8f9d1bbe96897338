using System.Collections.Frozen;
using DoOAuth.Sandbox.Answers;

namespace DoOAuth.Sandbox.Api;

/// <summary>The operations that do more than the others.</summary>
internal sealed class SpecialOperations
{
    private readonly FrozenDictionary<string, Func<ApiRequest, ApiResult?>> _byId =
        new Dictionary<string, Func<ApiRequest, ApiResult?>>(StringComparer.Ordinal)
        {
            ["account_get"] = AccountApi.Get,
            ["domains_create"] = DomainsApi.Create,
            ["domains_list_records"] = DomainsApi.ListRecords,
            ["dropletActions_post"] = ActionsApi.Post,
            ["dropletActions_post_byTag"] = ActionsApi.PostByTag,
            ["droplets_create"] = DropletsApi.Create,
            ["droplets_destroy_retryWithAssociatedResources"] = AssociatedResourcesApi.Retry,
            ["droplets_destroy_withAssociatedResourcesDangerous"] = AssociatedResourcesApi.DestroyAll,
            ["droplets_destroy_withAssociatedResourcesSelective"] = AssociatedResourcesApi.DestroySelected,
            ["droplets_get_DestroyAssociatedResourcesStatus"] = AssociatedResourcesApi.Status,
            ["droplets_list_associatedResources"] = AssociatedResourcesApi.List,
            ["droplets_list_firewalls"] = FirewallsApi.OfDroplet,
            ["floatingIPsAction_post"] = ActionsApi.Post,
            ["imageActions_post"] = ActionsApi.Post,
            ["images_list"] = ImagesApi.List,
            ["nfs_create_action"] = ActionsApi.Post,
            ["projects_get_default"] = ProjectsApi.Default,
            ["projects_patch"] = ProjectsApi.Update,
            ["projects_patch_default"] = ProjectsApi.Default,
            ["projects_update"] = ProjectsApi.Update,
            ["projects_update_default"] = ProjectsApi.Default,
            ["registry_create"] = RegistryApi.Create,
            ["registry_delete"] = RegistryApi.Delete,
            ["registry_get"] = RegistryApi.Get,
            ["projects_assign_resources"] = ProjectsApi.Assign,
            ["projects_assign_resources_default"] = ProjectsApi.Assign,
            ["reservedIPsActions_post"] = ActionsApi.Post,
            ["reservedIPv6Actions_post"] = ActionsApi.Post,
            ["tags_assign_resources"] = TagsApi.SetResources,
            ["tags_create"] = TagsApi.Create,
            ["tags_delete"] = TagsApi.Delete,
            ["tags_get"] = TagsApi.Get,
            ["tags_list"] = TagsApi.List,
            ["tags_unassign_resources"] = TagsApi.SetResources,
            ["volumeActions_post"] = ActionsApi.PostByName,
            ["volumeActions_post_byId"] = ActionsApi.Post,
            ["volumeSnapshots_create"] = VolumesApi.CreateSnapshot,
            ["volumes_create"] = VolumesApi.Create,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What answers an operation, or null if it is like the others.</summary>
    public Func<ApiRequest, ApiResult?>? Find(string operationId) => _byId.GetValueOrDefault(operationId);
}
