// Kubernetes and App Platform.
import { all, gone, region, use } from './client.mjs';

export async function kubernetes() {
  const options = await use('kubernetes.listAvailableOptionsOfKubernetes', undefined, ({ options: found }) => found.versions.length > 0);
  const version = options?.options.versions[0].slug;
  const created = await use('kubernetes.createKubernetesCluster',
    { name: 'prod', region, version, node_pools: [{ name: 'workers', size: 's-2vcpu-4gb', count: 2 }] },
    ({ kubernetes_cluster }) => [kubernetes_cluster.name, kubernetes_cluster.node_pools[0].count, kubernetes_cluster.node_pools[0].nodes.length]);
  const kubernetes_cluster_id = created?.kubernetes_cluster.id;
  const cluster = { kubernetes_cluster_id };
  await use('kubernetes.listKubernetesClusters', all, ({ kubernetes_clusters }) => kubernetes_clusters.some((found) => found.id === kubernetes_cluster_id));
  await use('kubernetes.getKubernetesCluster', cluster, ({ kubernetes_cluster }) => [kubernetes_cluster.name, kubernetes_cluster.version === version]);
  await use('kubernetes.updateKubernetesCluster', { ...cluster, name: 'live' }, ({ kubernetes_cluster }) => kubernetes_cluster.name);
  await use('kubernetes.getKubernetesClusterKubeconfig', cluster, (yaml) => String(yaml).includes('clusters:'));
  await use('kubernetes.getKubernetesClusterCredentials', cluster, ({ server }) => server.startsWith('https://'));
  await use('kubernetes.listKubernetesClusterAvailableUpgrades', cluster, ({ available_upgrade_versions }) => Array.isArray(available_upgrade_versions));
  await use('kubernetes.upgradeKubernetesCluster', { ...cluster, version });
  await use('kubernetes.runClusterlintOnKubernetesCluster', { ...cluster, include_groups: ['basic'] }, ({ run_id }) => typeof run_id);
  await use('kubernetes.getClusterlintDiagnostics', cluster, ({ diagnostics }) => Array.isArray(diagnostics));
  // The client's path is not one of the API.
  await gone('kubernetes.addContainerRegistry', { cluster_uuids: [kubernetes_cluster_id] });
  await gone('kubernetes.removeContainerRegistry', { cluster_uuids: [kubernetes_cluster_id] });
  await nodePools(cluster);
  await use('kubernetes.deleteKubernetesCluster', cluster);
  await gone('kubernetes.getKubernetesCluster, deleted', cluster);
}

async function nodePools(cluster) {
  const created = await use('kubernetes.createNodePool', { ...cluster, name: 'batch', size: 's-1vcpu-2gb', count: 3 }, ({ node_pool }) => [node_pool.name, node_pool.nodes.length]);
  const pool = { ...cluster, node_pool_id: created?.node_pool.id };
  await use('kubernetes.listNodePools', { ...all, ...cluster }, ({ node_pools }) => node_pools.map((found) => found.name).sort());
  const read = await use('kubernetes.getNodePool', pool, ({ node_pool }) => node_pool.size);
  await use('kubernetes.updateNodePool', { ...pool, name: 'jobs', count: 2 }, ({ node_pool }) => [node_pool.name, node_pool.count]);
  await use('kubernetes.deleteNode', { ...pool, node_id: read?.node_pool.nodes[0]?.id });
  await use('kubernetes.deleteNodePool', pool);
  await gone('kubernetes.getNodePool, deleted', pool);
}

export async function apps() {
  const spec = { name: 'site', region: 'nyc', services: [{ name: 'web', github: { repo: 'digitalocean/sample-golang', branch: 'main' }, http_port: 8080 }] };
  const created = await use('app.createApp', { spec }, ({ app }) => [app.spec.name, app.spec.services[0].name]);
  const app_id = created?.app.id;
  await use('app.listApps', all, ({ apps: found }) => found.some((app) => app.id === app_id));
  await use('app.getApp', { app_id }, ({ app }) => app.id === app_id);
  await use('app.updateApp', { app_id, spec: { ...spec, name: 'shop' } }, ({ app }) => app.spec.name);
  const deployed = await use('app.createAppDeployment', { app_id, force_build: true }, ({ deployment }) => typeof deployment.id);
  const deployment = { app_id, deployment_id: deployed?.deployment.id };
  await use('app.listAppDeployments', { ...all, app_id }, ({ deployments }) => deployments.some((found) => found.id === deployment.deployment_id));
  await use('app.getAppDeployment', deployment, ({ deployment: found }) => found.id === deployment.deployment_id);
  await use('app.getAppDeploymentLogs', { ...deployment, component_name: 'web', type: 'BUILD' }, ({ live_url }) => typeof live_url);
  await use('app.getAggregatedAppDeploymentLogs', { ...deployment, type: 'BUILD' }, ({ historic_urls }) => Array.isArray(historic_urls));
  await use('app.getActiveDeploymentLogs', { app_id, component_name: 'web', type: 'RUN' }, ({ live_url }) => typeof live_url);
  await use('app.cancelAppDeployment', deployment, ({ deployment: found }) => found.id === deployment.deployment_id);
  // An operation that the API no longer documents.
  await gone('app.runAppDetection', { git: { repo_clone_url: 'https://example.com/site.git', branch: 'main' } });
  await use('app.deleteApp', { app_id });
  await gone('app.getApp, deleted', { app_id });
}
