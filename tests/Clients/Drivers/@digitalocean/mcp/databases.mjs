// Databases of each engine, and vector databases.
import { has, region, tool } from './server.mjs';

const create = (name, engine, version, size = 'db-s-2vcpu-4gb') =>
  tool(`db-cluster-create, ${engine}`, { name, engine, version, region, size, num_nodes: 3, tags: 'stored' }, (database) => [database.engine, database.num_nodes]);

export async function databases() {
  await tool('db-cluster-list-options');
  const { id } = await create('orders', 'pg', '17') ?? {};
  await tool('db-cluster-list', { page: '1', per_page: 50 }, has((database) => database.id === id));
  await tool('db-cluster-get', { id }, ({ name }) => name);
  await tool('db-cluster-get-ca', { id });
  await tool('db-cluster-list-backups', { id });
  await tool('db-cluster-resize', { id, size: 'db-s-4vcpu-8gb', num_nodes: 2 });
  await tool('db-cluster-create-user', { id, name: 'reader' }, ({ name }) => name);
  await tool('db-cluster-list-users', { id }, has(({ name }) => name === 'reader'));
  await tool('db-cluster-get-user', { id, user: 'reader' }, ({ name }) => name);
  await tool('db-cluster-update-user', { id, user: 'reader', settings: {} });
  await tool('db-cluster-delete-user', { id, user: 'reader' });
  await tool('db-cluster-update-firewall-rules', { id, rules: [{ type: 'ip_addr', value: '192.0.2.1' }] });
  await tool('db-cluster-get-firewall-rules', { id }, has(({ value }) => value === '192.0.2.1'));
  await tool('db-cluster-update-psql-config', { id, config: { autovacuum_max_workers: 4 } });
  await tool('db-cluster-get-postgresql-config', { id });
  const migration = await tool('db-cluster-start-online-migration', { id, source: { host: 'db.example.com', port: 5432, dbname: 'orders', username: 'sammy', password: 'none' } });
  await tool('db-cluster-get-migration', { id });
  await tool('db-cluster-stop-online-migration', { id, migration_id: migration?.id });
  await tool('db-cluster-upgrade-major-version', { id, version: '18' });
  await engines();
  await tool('db-cluster-delete', { id });
}

async function engines() {
  const mysql = await create('shop', 'mysql', '8');
  await tool('db-cluster-set-sql-mode', { id: mysql?.id, modes: 'ANSI,TRADITIONAL' });
  await tool('db-cluster-get-sql-mode', { id: mysql?.id });
  await tool('db-cluster-update-mysql-config', { id: mysql?.id, config: { connect_timeout: 10 } });
  await tool('db-cluster-get-mysql-config', { id: mysql?.id });
  const mongodb = await create('documents', 'mongodb', '8.0');
  await tool('db-cluster-update-mongodb-config', { id: mongodb?.id, config: { verbosity: 1 } });
  await tool('db-cluster-get-mongodb-config', { id: mongodb?.id });
  const redis = await create('cache', 'valkey', '8');
  await tool('db-cluster-update-redis-config', { id: redis?.id, config: { redis_ssl: true } });
  await tool('db-cluster-get-redis-config', { id: redis?.id });
  const search = await create('search', 'opensearch', '2');
  await tool('db-cluster-update-os-config', { id: search?.id, config: { ism_enabled: true } });
  await tool('db-cluster-get-opensearch-config', { id: search?.id });
  const kafka = await create('events', 'kafka', '3.8');
  await tool('db-cluster-update-kafka-config', { id: kafka?.id, config: { log_retention_hours: 24 } });
  await tool('db-cluster-get-kafka-config', { id: kafka?.id });
  const topic = { id: kafka?.id, name: 'orders' };
  await tool('db-cluster-create-topic', { ...topic, partition_count: '3', replication_factor: '2' }, ({ name }) => name);
  await tool('db-cluster-list-topics', { id: kafka?.id }, has(({ name }) => name === 'orders'));
  await tool('db-cluster-get-topic', topic, ({ name }) => name);
  await tool('db-cluster-update-topic', { ...topic, partition_count: '6' });
  await tool('db-cluster-delete-topic', topic);
}

export async function vectorDatabases() {
  const database = await tool('vector-db-create', { Name: 'vectors', Region: region, Size: 'vdb-s-1vcpu-2gb', ProjectId: '4e1bfbc3-dc3e-41f2-a18f-1b4d7ba71679' });
  const ID = database?.id ?? database?.uuid;
  await tool('vector-db-list', { Page: 1, PerPage: 50 });
  await tool('vector-db-get', { ID });
  await tool('vector-db-get-credentials', { ID });
  await tool('vector-db-resize', { ID, Size: 'vdb-s-2vcpu-4gb' });
  await tool('vector-db-delete', { ID });
}
