// Kubernetes, the container registry, App Platform and Functions.
import { has, page, refused, region, tool } from './server.mjs';

export async function kubernetes() {
  const options = await tool('doks-list-options');
  const version = options?.versions?.[0]?.slug;
  const cluster = await tool('doks-create-cluster', { name: 'prod', region, version, node_pools: [{ name: 'workers', size: 's-2vcpu-4gb', count: 2 }] }, ({ name }) => name);
  const ClusterID = cluster?.id;
  await tool('doks-list-clusters', page, has(({ id }) => id === ClusterID));
  await tool('doks-get-cluster', { ClusterID }, ({ name }) => name);
  await tool('doks-update-cluster', { ClusterID, Name: 'live' }, ({ name }) => name);
  await tool('doks-get-cluster-upgrades', { ClusterID }, (list) => Array.isArray(list));
  await tool('doks-get-credentials', { ClusterID });
  await tool('doks-get-kubeconfig', { ClusterID });
  await tool('doks-upgrade-cluster', { ClusterID, VersionSlug: version });
  await tool('marketplace-1-click-kubernetes-app-install', { ClusterUUID: ClusterID, AppSlugs: ['monitoring'] });
  const pool = await tool('doks-create-nodepool', { cluster_id: ClusterID, node_pool_create_request: { name: 'batch', size: 's-1vcpu-2gb', count: 3 } }, ({ nodes }) => nodes.length);
  const NodePoolID = pool?.id;
  await tool('doks-list-nodepools', { ClusterID }, (list) => list.length);
  const read = await tool('doks-get-nodepool', { ClusterID, NodePoolID }, ({ name }) => name);
  await tool('doks-update-nodepool', { ClusterID, NodePoolID, Name: 'jobs', Count: 3 }, ({ name }) => name);
  await tool('doks-recycle-nodes', { ClusterID, NodePoolID, NodeIDs: [read?.nodes[0].id] });
  const recycled = await tool('doks-get-nodepool, recycled', { ClusterID, NodePoolID }, ({ nodes }) => nodes.length);
  await tool('doks-delete-node', { ClusterID, NodePoolID, NodeID: recycled?.nodes[0].id, Replace: true });
  await tool('doks-delete-nodepool', { ClusterID, NodePoolID });
  await tool('doks-delete-cluster', { ClusterID });
}

export async function registries() {
  const RegistryName = 'ours';
  await tool('docr-options');
  await tool('docr-validate-name', { Name: RegistryName });
  await tool('docr-create', { Name: RegistryName, Region: region, SubscriptionTierSlug: 'basic' }, ({ name }) => name);
  await tool('docr-list', {}, has(({ name }) => name === RegistryName));
  await tool('docr-get', { RegistryName }, ({ name }) => name);
  await tool('docr-docker-credentials', { RegistryName, ReadWrite: true });
  await tool('docr-subscription-get');
  await tool('docr-subscription-update', { TierSlug: 'professional' });
  await tool('docr-repository-list', { ...page, RegistryName });
  await tool('docr-repository-tag-list', { ...page, RegistryName, Repository: 'site' });
  await tool('docr-repository-manifest-list', { ...page, RegistryName, Repository: 'site' });
  // Nothing has been pushed to a new registry.
  await refused('docr-repository-tag-delete', { RegistryName, Repository: 'site', Tag: 'latest' });
  await refused('docr-repository-manifest-delete', { RegistryName, Repository: 'site', Digest: 'sha256:cb8a924afdf0229ef7515d9e5b3024e23b3eb03ddbba287f4a19c6ac90b8d221' });
  const collection = await tool('docr-garbage-collection-start', { RegistryName, Type: 'untagged manifests and unreferenced blobs' });
  await tool('docr-garbage-collection-get', { RegistryName });
  await tool('docr-garbage-collection-list', { ...page, RegistryName });
  await tool('docr-garbage-collection-update', { RegistryName, GarbageCollectionUUID: collection?.uuid, Cancel: true });
  await tool('docr-delete', { RegistryName });
}

export async function apps() {
  const spec = { name: 'site', region: 'nyc', services: [{ name: 'web', image: { registry_type: 'DOCKER_HUB', registry: 'library', repository: 'nginx', tag: 'latest' }, http_port: 80 }] };
  const app = await tool('apps-create-app-from-spec', { spec }, (created) => created.spec.name);
  const AppID = app?.id;
  await tool('apps-list', page, has(({ id }) => id === AppID));
  await tool('apps-get-info', { AppID }, ({ name }) => name);
  await tool('apps-update', { update: { app_id: AppID, request: { spec: { ...spec, name: 'shop' } } } });
  await tool('apps-get-deployment-status', { AppID });
  await tool('apps-get-logs', { AppID, DeploymentID: app?.active_deployment.id, Component: 'web', LogType: 'RUN' });
  await tool('apps-delete', { AppID });
}

export async function functions() {
  const namespace = await tool('functions-create-namespace', { Label: 'jobs', Region: region }, ({ label }) => label);
  const NamespaceID = namespace?.namespace;
  await tool('functions-list-namespaces', {}, has((found) => found.namespace === NamespaceID));
  await tool('functions-get-namespace', { NamespaceID }, ({ label }) => label);
  await tool('functions-deployment-guide');
  const key = await tool('functions-create-access-key', { NamespaceID, Name: 'ci' }, ({ name }) => name);
  await tool('functions-list-access-keys', { NamespaceID });
  await tool('functions-delete-access-key', { NamespaceID, KeyID: key?.id });
  await tool('functions-create-trigger', { NamespaceID, Name: 'nightly', Function: 'hello', Cron: '0 3 * * *', IsEnabled: true }, ({ name }) => name);
  await tool('functions-list-triggers', { NamespaceID });
  await tool('functions-get-trigger', { NamespaceID, TriggerName: 'nightly' }, ({ name }) => name);
  await tool('functions-update-trigger', { NamespaceID, TriggerName: 'nightly', Cron: '0 4 * * *' });
  await tool('functions-delete-trigger', { NamespaceID, TriggerName: 'nightly' });
  await tool('functions-delete-namespace', { NamespaceID });
}
