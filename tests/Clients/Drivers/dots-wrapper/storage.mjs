// Volumes, snapshots, databases and the container registry.
import { call } from '../driving.mjs';
import { all, client, completed, gone, region, use } from './client.mjs';

export async function volumes(droplet_id) {
  const created = await use('volume.createVolume', { name: 'data', region, size_gigabytes: 10, description: 'Files' }, ({ volume }) => [volume.name, volume.size_gigabytes]);
  const volume_id = created?.volume.id;
  const reload = (name, of) => call(`volume, ${name}`, () => client.volume.getVolume({ volume_id }), ({ data }) => of(data.volume));
  await use('volume.listVolumes', { ...all, name: 'data' }, ({ volumes: found }) => found.map((volume) => volume.name));
  await use('volume.getVolume', { volume_id }, ({ volume }) => [volume.region.slug, volume.description]);
  const attached = await use('volume.attachVolumeToDroplet', { volume_id, droplet_id, region }, ({ action }) => action.type);
  await use('volume.getVolumeAction', { volume_id, action_id: attached?.action.id }, ({ action }) => action.id === attached.action.id);
  await call('volume.attachVolumeToDroplet, done', () => completed(attached.action), (action) => action.status);
  await reload('attached', (volume) => volume.droplet_ids.length);
  await use('volume.detachVolumeFromDroplet', { volume_id, droplet_id, region }, ({ action }) => action.type);
  const resized = await use('volume.resizeVolume', { volume_id, size_gigabytes: 20, region }, ({ action }) => action.type);
  await call('volume.resizeVolume, done', () => completed(resized.action), (action) => action.status);
  await reload('resized', (volume) => [volume.size_gigabytes, volume.droplet_ids.length]);
  await use('volume.listVolumeActions', { ...all, volume_id }, ({ actions }) => actions.some((action) => action.id === attached.action.id));
  const snapshot = await use('volume.createVolumeSnapshot', { volume_id, name: 'nightly' }, ({ snapshot: found }) => [found.name, found.resource_type]);
  const snapshot_id = snapshot?.snapshot.id;
  await use('volume.listVolumeSnapshots', { ...all, volume_id }, ({ snapshots }) => snapshots.map((found) => found.name));
  await use('snapshot.listSnapshots', { ...all, resource_type: 'volume' }, ({ snapshots }) => [snapshots.some((found) => found.id === snapshot_id), snapshots.some((found) => found.resource_type !== 'volume')]);
  await use('snapshot.getSnapshot', { snapshot_id }, ({ snapshot: found }) => found.name);
  await use('snapshot.deleteSnapshot', { snapshot_id });
  await gone('snapshot.getSnapshot, deleted', { snapshot_id });
  await use('volume.deleteVolume', { volume_id });
  await gone('volume.getVolume, deleted', { volume_id });
  await client.volume.createVolume({ name: 'other', region, size_gigabytes: 1 });
  await use('volume.deleteVolumeByName', { volume_name: 'other', region });
  await use('volume.listVolumes, none with the name', { ...all, name: 'other' }, ({ volumes: left }) => left.length);
}

export async function databases() {
  const details = { name: 'orders', engine: 'pg', version: '17', size: 'db-s-2vcpu-4gb', region, num_nodes: 2, tags: ['stored'] };
  const created = await use('database.createDatabaseCluster', details, ({ database }) => [database.name, database.engine, database.num_nodes]);
  const database_cluster_id = created?.database.id;
  const cluster = { database_cluster_id };
  await use('database.listDatabaseClusters', all, ({ databases: found }) => found.some((database) => database.id === database_cluster_id));
  await use('database.getDatabaseCluster', cluster, ({ database }) => [database.size, database.region]);
  await use('database.listDatabaseOptions', undefined, ({ options }) => options.pg.versions.length > 0);
  await use('database.resizeDatabaseCluster', { ...cluster, size: 'db-s-4vcpu-8gb', num_nodes: 3 });
  await use('database.migrateDatabaseCluster', { ...cluster, region: 'lon1' });
  await use('database.configureDatabaseClusterMaintenanceWindow', { ...cluster, day: 'tuesday', hour: '14:00' });
  await use('database.listDatabaseClusterBackups', { ...all, ...cluster }, ({ backups }) => backups.length > 0);
  await use('database.restoreDatabaseClusterBackup', { ...details, name: 'copy', backup_restore: { database_name: 'orders', backup_created_at: '2026-11-30T20:37:41Z' } }, ({ database }) => database.name);
  await databaseUsers(cluster);
  await databaseContent(cluster);
  await databaseSettings(cluster);
  await use('database.destroyDatabaseCluster', cluster);
  await gone('database.getDatabaseCluster, destroyed', cluster);
}

async function databaseUsers(cluster) {
  const user = { ...cluster, user_name: 'reader' };
  await use('database.createDatabaseClusterUser', user, ({ user: found }) => [found.name, found.role]);
  await use('database.listDatabaseClusterUsers', { ...all, ...cluster }, ({ users }) => users.some((found) => found.name === 'reader'));
  await use('database.getDatabaseClusterUser', user, ({ user: found }) => found.name);
  await use('database.removeDatabaseClusterUser', user);
  await gone('database.getDatabaseClusterUser, removed', user);
}

async function databaseContent(cluster) {
  const content = { ...cluster, db_name: 'alpha' };
  const pool = { ...cluster, pool_name: 'backend' };
  const replica = { ...cluster, read_only_replica_name: 'read-1' };
  await use('database.createDatabaseClusterDb', content, ({ db }) => db.name);
  await use('database.listDatabaseClusterDbs', { ...all, ...cluster }, ({ dbs }) => dbs.some((db) => db.name === 'alpha'));
  await use('database.getDatabaseClusterDb', content, ({ db }) => db.name);
  await use('database.createConnectionPool', { ...pool, db_name: 'alpha', mode: 'transaction', size: 10, user_name: 'doadmin' }, ({ pool: found }) => [found.name, found.mode, found.size]);
  await use('database.listConnectionPools', { ...all, ...cluster }, ({ pools }) => pools.some((found) => found.name === 'backend'));
  await use('database.getConnectionPool', pool, ({ pool: found }) => found.db);
  await use('database.deleteConnectionPool', pool);
  await gone('database.getConnectionPool, deleted', pool);
  await use('database.deleteDatabaseClusterDb', content);
  await gone('database.getDatabaseClusterDb, deleted', content);
  await use('database.createReadOnlyReplica', { ...cluster, name: 'read-1', region, size: 'db-s-2vcpu-4gb' }, ({ replica: found }) => found.name);
  await use('database.listReadOnlyReplicas', { ...all, ...cluster }, ({ replicas }) => replicas.some((found) => found.name === 'read-1'));
  await use('database.getReadOnlyReplica', replica, ({ replica: found }) => found.region);
  await use('database.destroyReadOnlyReplica', replica);
  await gone('database.getReadOnlyReplica, destroyed', replica);
}

async function databaseSettings(cluster) {
  await use('database.configureDatabaseClusterEvictionPolicy', { ...cluster, eviction_policy: 'allkeys_lru' });
  await use('database.getDatabaseClusterEvictionPolicy', cluster, ({ eviction_policy }) => eviction_policy);
  await use('database.configureDatabaseClusterSqlModes', { ...cluster, sql_mode: 'ANSI,TRADITIONAL' });
  await use('database.getDatabaseClusterSqlMode', cluster, ({ sql_mode }) => sql_mode);
  await use('database.updateDatabaseClusterFirewallRules', { ...cluster, rules: [{ type: 'ip_addr', value: '192.0.2.1' }] });
  await use('database.listDatabaseClusterFirewallRules', { ...all, ...cluster }, ({ rules }) => rules.map((rule) => `${rule.type} ${rule.value}`));
}

export async function registry() {
  // The client lacks the subscription tier, which the API requires.
  await gone('containerRegistry.configureRegistry', { name: 'ours' });
  await use('containerRegistry.getRegistry', undefined, ({ registry: found }) => typeof found.name);
  await use('containerRegistry.getDockerCredentials', { can_write: true, expiry_seconds: 3600 }, ({ auths }) => Object.keys(auths).length > 0);
  await use('containerRegistry.deleteRegistry', undefined);
  await gone('containerRegistry.getRegistry, deleted', undefined);
}
