// Droplets, actions, images, snapshots and SSH keys.
import { call } from '../driving.mjs';
import { all, client, completed, gone, region, use } from './client.mjs';

const order = { region, size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64', monitoring: true };
const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9cwPQ1xW1T4q2uY7o3cZt3yq8pVv0m1rT6mXg8b2Zk sammy@example.com';

export async function createDroplets() {
  await sshKeys();
  const created = await use('droplet.createDroplet', { ...order, name: 'web-1', tags: ['dots'] }, ({ droplet, links }) => [droplet.name, droplet.status, links.actions.length]);
  await use('droplet.createDroplets', { ...order, names: ['db-1', 'db-2', 'db-3'], tags: ['many'] }, ({ droplets }) => droplets.map((droplet) => droplet.name));
  const id = created?.droplet.id;
  await call('action.getAction until created', async () => completed((await client.action.getAction({ action_id: created.links.actions[0].id })).data.action), (action) => [action.type, action.status]);
  await use('droplet.getDroplet', { droplet_id: id }, ({ droplet }) => [droplet.size_slug, droplet.image.slug, droplet.region.slug, droplet.networks.v4.length > 0]);
  await use('droplet.listDroplets', all, ({ droplets, meta }) => [droplets.some((droplet) => droplet.id === id), meta.total === droplets.length]);
  await use('droplet.listDroplets, by tag', { ...all, tag_name: 'many' }, ({ droplets }) => droplets.map((droplet) => droplet.name).sort());
  await use('droplet.listDropletNeighbors', { ...all, droplet_id: id }, ({ droplets }) => Array.isArray(droplets));
  await use('droplet.listDropletNeighborhoods', all, ({ neighbor_ids }) => Array.isArray(neighbor_ids));
  await use('droplet.listDropletBackups', { ...all, droplet_id: id }, ({ backups }) => Array.isArray(backups));
  await use('droplet.listDropletKernels', { ...all, droplet_id: id }, ({ kernels }) => Array.isArray(kernels));
  await dropletActions(id);
  return id;
}

async function sshKeys() {
  const created = await use('sshKey.createSshKey', { name: 'laptop', public_key: key }, ({ ssh_key }) => [ssh_key.name, ssh_key.fingerprint.split(':').length]);
  const ssh_key_id = created?.ssh_key.id;
  await use('sshKey.listSshKeys', all, ({ ssh_keys }) => ssh_keys.some((found) => found.id === ssh_key_id));
  await use('sshKey.getSshKey', { ssh_key_id: created?.ssh_key.fingerprint }, ({ ssh_key }) => ssh_key.public_key === key);
  await use('sshKey.updateSshKey', { ssh_key_id, name: 'desktop' }, ({ ssh_key }) => ssh_key.name);
  await use('sshKey.destroySshKey', { ssh_key_id });
  await gone('sshKey.getSshKey, destroyed', { ssh_key_id });
}

async function dropletActions(droplet_id) {
  const act = async (name, input, show) => use(`droplet.${name}`, { droplet_id, ...input }, ({ action }) => action.type).then(async (data) => {
    const action = data && await completed(data.action);
    if (show) {
      await call(`droplet.${name}, done`, async () => {
        const { data: { droplet } } = await client.droplet.getDroplet({ droplet_id });
        return [action.status, show(droplet)];
      });
    }
  });
  await act('rebootDroplet', {}, (droplet) => droplet.status);
  await act('powerCycleDroplet', {}, (droplet) => droplet.status);
  await act('shutdownDroplet', {}, (droplet) => droplet.status);
  await act('powerOnDroplet', {}, (droplet) => droplet.status);
  await act('powerOffDroplet', {}, (droplet) => droplet.status);
  await act('resetDropletPassword', {});
  await act('resizeDroplet', { size: 's-2vcpu-4gb', disk: true }, (droplet) => droplet.size_slug);
  await act('renameDroplet', { name: 'web-2' }, (droplet) => droplet.name);
  await act('snapshotDroplet', { name: 'before' }, (droplet) => droplet.snapshot_ids.length);
  const snapshots = await use('droplet.listDropletSnapshots', { ...all, droplet_id }, ({ snapshots: found }) => found.map((snapshot) => snapshot.name));
  await act('restoreDroplet', { image: snapshots?.snapshots[0].id });
  await act('rebuildDroplet', { image: 'debian-12-x64' }, (droplet) => droplet.image.slug);
  await act('enableDropletBackups', {}, (droplet) => droplet.features.includes('backups'));
  await act('disableDropletBackups', {}, (droplet) => droplet.features.includes('backups'));
  await act('enableDropletIpv6', {}, (droplet) => droplet.features.includes('ipv6'));
  // The API no longer has this action.
  await gone('droplet.enableDropletPrivateNetworking', { droplet_id });
  await act('changeDropletKernel', { kernel: 7515 });
  const actions = await use('droplet.listDropletActions', { ...all, droplet_id }, ({ actions: found }) => found.some((action) => action.type === 'rename'));
  await use('droplet.getDropletAction', { droplet_id, action_id: actions?.actions[0].id }, ({ action }) => [action.resource_id === droplet_id, action.resource_type]);
  await use('droplet.doActionByDropletTag', { tag_name: 'many', type: 'power_off' }, ({ actions: found }) => found.length);
  await use('action.listActions', all, ({ actions: found }) => found.some((action) => action.id === actions.actions[0].id));
  await use('action.getAction', { action_id: actions?.actions[0].id }, ({ action }) => action.status);
}

export async function images() {
  await use('image.listImages', all, ({ images: found }) => found.some((image) => image.slug === order.image));
  await use('image.listImages, applications', { ...all, type: 'application' }, ({ images: found }) => found.length > 0);
  await use('image.listImages, own', { ...all, user_images: true }, ({ images: found }) => [found.some((image) => image.name === 'before'), found.some((image) => image.public)]);
  await use('image.getImage', { slug: order.image }, ({ image }) => image.distribution);
  const created = await use('image.createCustomImage',
    { name: 'nix', region, distribution: 'Unknown', url: 'https://example.com/nixos.qcow2', description: 'Ours', tags: ['base'] }, ({ image }) => [image.name, image.public ?? false]);
  const image_id = created?.image.id;
  await use('image.getImage, by id', { image_id }, ({ image }) => image.name);
  // The client sends POST where the API has PUT.
  await gone('image.updateImage', { image_id, name: 'nixos' });
  const transfer = await use('image.transferImage', { image_id, region: 'sfo3' }, ({ action }) => action.type);
  await use('image.getImageAction', { image_id, action_id: transfer?.action.id }, ({ action }) => action.id === transfer.action.id);
  await use('image.convertImageToSnapshot', { image_id }, ({ action }) => action.type);
  await use('image.listImageActions', { ...all, image_id }, ({ actions }) => actions.some((action) => action.id === transfer.action.id));
  await use('image.deleteImage', { image_id });
  await gone('image.getImage, deleted', { image_id });
}

export async function deletions(droplet_id) {
  await use('droplet.listDropletAssociatedResources', { droplet_id }, (found) => Object.keys(found).sort());
  await use('droplet.deleteDroplet', { droplet_id });
  await gone('droplet.getDroplet, deleted', { droplet_id });
  const { droplets } = (await client.droplet.listDroplets({ ...all, tag_name: 'many' })).data;
  const [first, second] = droplets.map((droplet) => droplet.id);
  await use('droplet.destroyDropletAndAssociatedResources', { droplet_id: first, snapshots: [], volumes: [], volume_snapshots: [] });
  await use('droplet.getDropletDestroyStatus', { droplet_id: first }, (status) => status.droplet.id === String(first));
  await use('droplet.retryDropletDestroy', { droplet_id: first });
  await use('droplet.destroyDropletAndAllAssociatedResources', { droplet_id: second, acknowledge: true });
  await use('droplet.deleteDropletsByTag', { tag_name: 'many' });
  await use('droplet.listDroplets, none with the tag', { ...all, tag_name: 'many' }, ({ droplets: left }) => left.length);
}
