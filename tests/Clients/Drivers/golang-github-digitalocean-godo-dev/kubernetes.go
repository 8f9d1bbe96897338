package main

import (
	"strings"

	"github.com/digitalocean/godo"
)

func kubernetes() {
	version := ""
	call("Kubernetes.GetOptions", func() ([]any, error) {
		options, _, err := client.Kubernetes.GetOptions(ctx)
		if err == nil {
			version = options.Versions[0].Slug
		}
		return show(version != "", len(options.Regions) > 0, len(options.Sizes) > 0), err
	})
	var cluster *godo.KubernetesCluster
	call("Kubernetes.Create", func() (shown []any, err error) {
		cluster, _, err = client.Kubernetes.Create(ctx, &godo.KubernetesClusterCreateRequest{
			Name: "prod", RegionSlug: region, VersionSlug: version, Tags: []string{"stored"},
			NodePools: []*godo.KubernetesNodePoolCreateRequest{{Name: "workers", Size: "s-2vcpu-4gb", Count: 2}}})
		return show(cluster.Name, cluster.RegionSlug, len(cluster.NodePools), cluster.NodePools[0].Count, len(cluster.NodePools[0].Nodes)), err
	})
	call("Kubernetes.List", func() ([]any, error) {
		clusters, _, err := client.Kubernetes.List(ctx, all)
		return show(has(clusters, func(found *godo.KubernetesCluster) bool { return found.ID == cluster.ID })), err
	})
	call("Kubernetes.Get", func() ([]any, error) {
		found, _, err := client.Kubernetes.Get(ctx, cluster.ID)
		return show(found.Name, found.VersionSlug == version, found.NodePools[0].Name), err
	})
	call("Kubernetes.Update", func() ([]any, error) {
		found, _, err := client.Kubernetes.Update(ctx, cluster.ID, &godo.KubernetesClusterUpdateRequest{Name: "live"})
		return show(found.Name), err
	})
	call("Kubernetes.GetUser", func() ([]any, error) {
		user, _, err := client.Kubernetes.GetUser(ctx, cluster.ID)
		return show(user.Username != ""), err
	})
	call("Kubernetes.GetUpgrades", func() ([]any, error) {
		_, response, err := client.Kubernetes.GetUpgrades(ctx, cluster.ID)
		return status(response, err)
	})
	call("Kubernetes.GetKubeConfig", func() ([]any, error) {
		config, _, err := client.Kubernetes.GetKubeConfig(ctx, cluster.ID)
		return show(strings.Contains(string(config.KubeconfigYAML), "clusters:")), err
	})
	call("Kubernetes.GetCredentials", func() ([]any, error) {
		credentials, _, err := client.Kubernetes.GetCredentials(ctx, cluster.ID, &godo.KubernetesClusterCredentialsGetRequest{})
		return show(strings.HasPrefix(credentials.Server, "https://"), !credentials.ExpiresAt.IsZero()), err
	})
	call("Kubernetes.Upgrade", func() ([]any, error) {
		return status(client.Kubernetes.Upgrade(ctx, cluster.ID, &godo.KubernetesClusterUpgradeRequest{VersionSlug: version}))
	})
	nodePools(cluster)
	call("Kubernetes.Delete", func() ([]any, error) {
		shown, err := status(client.Kubernetes.Delete(ctx, cluster.ID))
		_, response, failure := client.Kubernetes.Get(ctx, cluster.ID)
		return append(shown, missing(response, failure)), err
	})
}

func nodePools(cluster *godo.KubernetesCluster) {
	var pool *godo.KubernetesNodePool
	call("Kubernetes.CreateNodePool", func() (shown []any, err error) {
		pool, _, err = client.Kubernetes.CreateNodePool(ctx, cluster.ID, &godo.KubernetesNodePoolCreateRequest{Name: "batch", Size: "s-1vcpu-2gb", Count: 3, Labels: map[string]string{"for": "batch"}})
		return show(pool.Name, pool.Count, len(pool.Nodes)), err
	})
	call("Kubernetes.ListNodePools", func() ([]any, error) {
		pools, _, err := client.Kubernetes.ListNodePools(ctx, cluster.ID, all)
		return show(names(pools, func(found *godo.KubernetesNodePool) string { return found.Name })), err
	})
	call("Kubernetes.GetNodePool", func() ([]any, error) {
		found, _, err := client.Kubernetes.GetNodePool(ctx, cluster.ID, pool.ID)
		return show(found.Size, found.Labels["for"]), err
	})
	call("Kubernetes.UpdateNodePool", func() ([]any, error) {
		count := 2
		found, _, err := client.Kubernetes.UpdateNodePool(ctx, cluster.ID, pool.ID, &godo.KubernetesNodePoolUpdateRequest{Name: "jobs", Count: &count})
		return show(found.Name, found.Count), err
	})
	call("Kubernetes.RecycleNodePoolNodes", func() ([]any, error) {
		return status(client.Kubernetes.RecycleNodePoolNodes(ctx, cluster.ID, pool.ID, &godo.KubernetesNodePoolRecycleNodesRequest{Nodes: []string{pool.Nodes[0].ID}}))
	})
	call("Kubernetes.DeleteNode", func() ([]any, error) {
		found, _, err := client.Kubernetes.GetNodePool(ctx, cluster.ID, pool.ID)
		if err != nil {
			return nil, err
		}
		return status(client.Kubernetes.DeleteNode(ctx, cluster.ID, pool.ID, found.Nodes[0].ID, &godo.KubernetesNodeDeleteRequest{Replace: true}))
	})
	call("Kubernetes.DeleteNodePool", func() ([]any, error) {
		shown, err := status(client.Kubernetes.DeleteNodePool(ctx, cluster.ID, pool.ID))
		_, response, failure := client.Kubernetes.GetNodePool(ctx, cluster.ID, pool.ID)
		return append(shown, missing(response, failure)), err
	})
}

func registry() {
	call("Registry.Create", func() ([]any, error) {
		// This version lacks the subscription tier, which the API requires.
		_, response, err := client.Registry.Create(ctx, &godo.RegistryCreateRequest{Name: "ours"})
		return refusal(response, err)
	})
	name := ""
	call("Registry.Get", func() ([]any, error) {
		registry, _, err := client.Registry.Get(ctx)
		if err == nil {
			name = registry.Name
		}
		return show(name != ""), err
	})
	call("Registry.DockerCredentials", func() ([]any, error) {
		credentials, _, err := client.Registry.DockerCredentials(ctx, &godo.RegistryDockerCredentialsRequest{ReadWrite: true})
		return show(strings.Contains(string(credentials.DockerConfigJSON), "auths")), err
	})
	var repositories []*godo.Repository
	call("Registry.ListRepositories", func() (shown []any, err error) {
		repositories, _, err = client.Registry.ListRepositories(ctx, name, all)
		return show(len(repositories) > 0), err
	})
	var tags []*godo.RepositoryTag
	call("Registry.ListRepositoryTags", func() (shown []any, err error) {
		tags, _, err = client.Registry.ListRepositoryTags(ctx, name, repositories[0].Name, all)
		return show(len(tags) > 0), err
	})
	call("Registry.DeleteTag", func() ([]any, error) {
		return status(client.Registry.DeleteTag(ctx, name, repositories[0].Name, tags[0].Tag))
	})
	call("Registry.DeleteManifest", func() ([]any, error) {
		return status(client.Registry.DeleteManifest(ctx, name, repositories[0].Name, tags[0].ManifestDigest))
	})
	call("Registry.Delete", func() ([]any, error) {
		shown, err := status(client.Registry.Delete(ctx))
		_, response, failure := client.Registry.Get(ctx)
		return append(shown, missing(response, failure)), err
	})
}
