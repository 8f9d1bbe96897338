// The account, billing, keys, domains, certificates and monitoring.
import { has, page, region, tool } from './server.mjs';

const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9cwPQ1xW1T4q2uY7o3cZt3yq8pVv0m1rT6mXg8b2Zk sammy@example.com';

export async function account() {
  await tool('account-get-information', {}, ({ email }) => email);
  await tool('balance-get');
  await tool('billing-history-list', page);
  const invoices = await tool('invoice-list', page, ({ invoices: found }) => found.length > 0);
  await tool('get-invoice', { ...page, InvoiceUUID: invoices?.invoices[0].invoice_uuid });
  await tool('region-list', page, has(({ slug }) => slug === region));
  await tool('size-list', { ...page, PerPage: 200 }, has(({ slug }) => slug === 's-1vcpu-1gb'));
  await tool('marketplace-1-click-list', { Type: 'droplet' });
  const key = await tool('key-create', { Name: 'laptop', PublicKey: publicKey }, ({ name }) => name);
  await tool('key-list', page, has(({ id }) => id === key.id));
  await tool('key-get', { ID: key?.id }, ({ name }) => name);
  await tool('key-delete', { ID: key?.id });
}

export async function domains() {
  await tool('domain-create', { Name: 'example.com', IPAddress: '203.0.113.10' }, ({ name }) => name);
  await tool('domain-list', page, has(({ name }) => name === 'example.com'));
  await tool('domain-get', { Name: 'example.com' }, ({ ttl }) => ttl);
  const record = await tool('domain-record-create', { Domain: 'example.com', Type: 'A', Name: 'www', Data: '203.0.113.11' }, ({ data }) => data);
  await tool('domain-record-list', { ...page, Domain: 'example.com' }, has(({ id }) => id === record.id));
  await tool('domain-record-get', { Domain: 'example.com', RecordID: record?.id }, ({ name }) => name);
  await tool('domain-record-edit', { Domain: 'example.com', RecordID: record?.id, Type: 'A', Name: 'www', Data: '203.0.113.12' }, ({ data }) => data);
  await tool('domain-record-delete', { Domain: 'example.com', RecordID: record?.id });
  await tool('domain-delete', { Name: 'example.com' });
}

export async function certificates() {
  const certificate = await tool('lets-encrypt-certificate-create', { Name: 'web', DnsNames: ['www.example.com'] }, ({ type }) => type);
  const custom = await tool('custom-certificate-create', { Name: 'own', PrivateKey: 'a key', LeafCertificate: 'a certificate', CertificateChain: 'a chain' }, ({ type }) => type);
  await tool('certificate-list', page, has(({ id }) => id === certificate.id));
  await tool('certificate-get', { ID: custom?.id }, ({ name }) => name);
  await tool('certificate-delete', { ID: custom?.id });
  const cdn = await tool('spaces-cdn-create', { Origin: 'static.nyc3.digitaloceanspaces.com', TTL: 3600 }, ({ ttl }) => ttl);
  await tool('spaces-cdn-list', page, has(({ id }) => id === cdn.id));
  await tool('spaces-cdn-get', { ID: cdn?.id }, ({ origin }) => origin);
  await tool('spaces-cdn-flush-cache', { ID: cdn?.id, Files: ['*'] });
  await tool('spaces-cdn-delete', { ID: cdn?.id });
  const key = await tool('spaces-key-create', { Name: 'ours' }, ({ name }) => name);
  await tool('spaces-key-list', page, ({ keys }) => keys.some(({ access_key }) => access_key === key.access_key));
  await tool('spaces-key-get', { AccessKey: key?.access_key }, ({ name }) => name);
  await tool('spaces-key-update', { AccessKey: key?.access_key, Name: 'theirs' }, ({ name }) => name);
  await tool('spaces-key-delete', { AccessKey: key?.access_key });
}

export async function monitoring() {
  const details = { Type: 'v1/insights/droplet/cpu', Description: 'Busy', Compare: 'GreaterThan', Value: 80, Window: '5m', Enabled: true, Alerts: { Email: ['sammy@example.com'], Slack: [] } };
  const policy = await tool('alert-policy-create', details, ({ description }) => description);
  await tool('alert-policy-list', page, has(({ uuid }) => uuid === policy.uuid));
  await tool('alert-policy-get', { UUID: policy?.uuid }, ({ value }) => value);
  await tool('alert-policy-update', { ...details, UUID: policy?.uuid, Value: 90 }, ({ value }) => value);
  await tool('alert-policy-delete', { UUID: policy?.uuid });
  const check = await tool('uptimecheck-create', { Name: 'site', Type: 'https', Target: 'https://www.example.com', Enabled: true, Regions: ['us_east'] }, ({ name }) => name);
  await tool('uptimecheck-list', page, has(({ id }) => id === check.id));
  await tool('uptimecheck-get', { ID: check?.id }, ({ target }) => target);
  await tool('uptimecheck-get-state', { ID: check?.id });
  await tool('uptimecheck-update', { ID: check?.id, Name: 'shop', Type: 'https', Target: 'https://www.example.com', Enabled: true }, ({ name }) => name);
  const notice = { CheckID: check?.id, Name: 'slow', Type: 'latency', Period: '2m', Threshold: 300, Comparison: 'greater_than', Emails: ['sammy@example.com'], SlackDetails: [] };
  const alert = await tool('uptimecheck-alert-create', notice, ({ name }) => name);
  await tool('uptimecheck-alert-list', { ...page, CheckID: check?.id }, has(({ id }) => id === alert.id));
  await tool('uptimecheck-alert-get', { CheckID: check?.id, AlertID: alert?.id }, ({ name }) => name);
  await tool('uptimecheck-alert-update', { ...notice, AlertID: alert?.id, Name: 'gone' }, ({ name }) => name);
  await tool('uptimecheck-alert-delete', { CheckID: check?.id, AlertID: alert?.id });
  await tool('uptimecheck-delete', { ID: check?.id });
}
