// The account, billing, regions, sizes, tags, projects and monitoring.
import { text } from 'node:stream/consumers';
import { call } from '../driving.mjs';
import { all, client, gone, use } from './client.mjs';

export async function account() {
  await use('account.getAccount', undefined, ({ account: found }) => [found.email, found.status]);
  await use('region.listRegions', all, ({ regions }) => regions.some((region) => region.slug === 'nyc3'));
  await use('size.listSizes', all, ({ sizes }) => sizes.some((size) => size.slug === 's-1vcpu-1gb'));
  await use('customer.getBalance', undefined, (balance) => typeof balance.account_balance);
  await use('customer.listBillingHistory', all, ({ billing_history }) => billing_history.length > 0);
  const invoices = await use('customer.listInvoices', all, ({ invoices: found }) => found.length > 0);
  const invoice_uuid = invoices?.invoices[0].invoice_uuid;
  await use('customer.listInvoiceItems', { ...all, invoice_uuid }, ({ invoice_items }) => invoice_items.length > 0);
  await use('customer.getInvoiceSummary', { invoice_uuid }, (summary) => summary.invoice_uuid === invoice_uuid);
  const csv = await use('customer.downloadInvoice', { invoice_uuid, format: 'csv' }, () => 'csv');
  await call('customer.downloadInvoice, its content', () => text(csv), (content) => content.includes(','));
}

export async function tags(droplet_id) {
  const tag_name = 'staging';
  const resources = [{ resource_id: String(droplet_id), resource_type: 'droplet' }];
  await use('tag.createTag', { name: tag_name }, ({ tag }) => tag.resources.count);
  await use('tag.listTags', all, ({ tags: found }) => found.some((tag) => tag.name === tag_name));
  await use('tag.tagResources', { tag_name, resources });
  await use('tag.getTag', { tag_name }, ({ tag }) => [tag.resources.count, tag.resources.droplets.count]);
  await use('tag.untagResources', { tag_name, resources });
  await use('tag.deleteTag', { tag_name });
  await gone('tag.getTag, deleted', { tag_name });
}

export async function projects(droplet_id) {
  const details = { name: 'site', description: 'Our site', purpose: 'Web Application', environment: 'Development' };
  const resources = [`do:droplet:${droplet_id}`];
  const created = await use('project.createProject', details, ({ project }) => [project.name, project.is_default]);
  const project_id = created?.project.id;
  await use('project.listProjects', all, ({ projects: found }) => found.some((project) => project.id === project_id));
  await use('project.getProject', { project_id }, ({ project }) => project.environment);
  await use('project.getDefaultProject', undefined, ({ project }) => project.is_default);
  await use('project.patchProject', { project_id, name: 'shop' }, ({ project }) => [project.name, project.purpose]);
  await use('project.updateProject', { ...details, project_id, name: 'store', is_default: false }, ({ project }) => project.name);
  await use('project.assignResourcesToProject', { project_id, resources }, ({ resources: found }) => found[0].urn === resources[0]);
  await use('project.listProjectResources', { ...all, project_id }, ({ resources: found }) => found.some((resource) => resource.urn === resources[0]));
  await use('project.assignResourcesToDefaultProject', { resources }, ({ resources: found }) => found[0].urn === resources[0]);
  await use('project.listDefaultProjectResources', all, ({ resources: found }) => found.some((resource) => resource.urn === resources[0]));
  await use('project.patchDefaultProject', { description: 'Everything else' }, ({ project }) => project.description);
  await use('project.updateDefaultProject', { ...details, name: 'first', is_default: true }, ({ project }) => project.name);
  await use('project.deleteProject', { project_id });
  await gone('project.getProject, deleted', { project_id });
}

export async function monitoring(droplet_id) {
  const input = { host_id: String(droplet_id), start: '1620683817', end: '1620705417' };
  const show = (metrics) => [metrics.status, metrics.data.resultType];
  for (const name of ['AvailableMemory', 'Cpu', 'FreeMemory', 'TotalMemory']) {
    await use(`monitoring.getDroplet${name}Metrics`, input, show);
  }

  await use('monitoring.getDropletBandwidthMetrics', { ...input, network_interface: 'public', traffic_direction: 'inbound' }, show);
}

export async function pages() {
  const seen = [];
  await call('droplet.listDroplets, page by page', async () => {
    for (let page = 1; ; page++) {
      const { data } = await client.droplet.listDroplets({ page, per_page: 2 });
      seen.push(...data.droplets.map((droplet) => droplet.id));
      if (!data.links.pages?.next) {
        return [new Set(seen).size === seen.length, seen.length === data.meta.total];
      }
    }
  });
}
