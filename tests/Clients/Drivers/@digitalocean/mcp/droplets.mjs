// Droplets, images, volumes and snapshots.
import { has, moment, page, region, tool } from './server.mjs';

const order = { Size: 's-1vcpu-1gb', Region: region, ImageSlug: 'ubuntu-24-04-x64', Tags: ['mcp'] };

export async function createDroplet() {
  const droplet = await tool('droplet-create', { ...order, Name: 'web-1' }, ({ name, status }) => [name, status]);
  const ID = droplet?.id;
  await moment();
  await tool('droplet-get', { ID }, ({ status }) => status);
  await tool('droplet-list', page, has(({ id }) => id === ID));
  await tool('droplet-backup-policy', { ID });
  await tool('droplet-kernels', { ID }, (list) => Array.isArray(list));
  await actions(ID);
  return ID;
}

async function actions(ID) {
  const type = (action) => action.type;
  const reboot = await tool('reboot-droplet', { ID }, type);
  for (const name of ['power-cycle-droplet', 'shutdown-droplet', 'power-on-droplet', 'power-off-droplet', 'reset-droplet-password', 'enable-backups-droplet',
    'disable-backups-droplet', 'enable-ipv6-droplet']) {
    await tool(name, { ID }, type);
  }

  await tool('resize-droplet', { ID, Size: 's-2vcpu-4gb', ResizeDisk: true }, type);
  await tool('rename-droplet', { ID, Name: 'web-2' }, type);
  await tool('snapshot-droplet', { ID, Name: 'before' }, type);
  await tool('rebuild-droplet-by-slug', { ID, ImageSlug: 'debian-12-x64' }, type);
  const { image } = await tool('droplet-get, rebuilt', { ID }, ({ name }) => name) ?? {};
  await tool('rebuild-droplet', { ID, ImageID: image?.id }, type);
  await tool('restore-droplet', { ID, ImageID: image?.id }, type);
  await tool('change-kernel-droplet', { ID, KernelID: 7515 }, type);
  await tool('droplet-action', { DropletID: ID, ActionID: reboot?.id }, type);
  await tool('action-get', { ID: reboot?.id }, type);
  await tool('action-list', page, (list) => list.length > 0);
  for (const name of ['power-cycle-droplets-tag', 'shutdown-droplets-tag', 'power-on-droplets-tag', 'power-off-droplets-tag', 'enable-backups-droplets-tag',
    'disable-backups-droplets-tag', 'enable-ipv6-droplets-tag']) {
    await tool(name, { Tag: 'mcp' }, (list) => list.length);
  }

  await tool('snapshot-droplets-tag', { Tag: 'mcp', Name: 'all' }, (list) => list.length);
}

export async function images() {
  await tool('image-list', { ...page, PerPage: 200 }, has(({ slug }) => slug === order.ImageSlug));
  const image = await tool('image-create', { Name: 'nix', Url: 'https://example.com/nixos.qcow2', Region: region, Distribution: 'Unknown', Tags: ['base'] }, ({ name }) => name);
  const ID = image?.id;
  await tool('image-get', { ID }, ({ name }) => name);
  await tool('image-update', { ID, Name: 'nixos' }, ({ name }) => name);
  const transfer = await tool('image-action-transfer', { ID, Region: 'sfo3' }, ({ type }) => type);
  await tool('image-action-get', { ImageID: ID, ActionID: transfer?.id }, ({ type }) => type);
  await tool('image-action-convert', { ID }, ({ type }) => type);
  await tool('image-delete', { ID });
}

export async function volumes(DropletID) {
  const volume = await tool('volume-create', { Name: 'data', SizeGigaBytes: 10, Region: region, Description: 'Files' }, ({ size_gigabytes }) => size_gigabytes);
  const VolumeID = volume?.id;
  await tool('volume-list', page, has(({ id }) => id === VolumeID));
  await tool('volume-get', { ID: VolumeID }, ({ name }) => name);
  const attach = await tool('volume-attach', { VolumeID, DropletID }, ({ type }) => type);
  await tool('volume-action-get', { VolumeID, ActionID: attach?.id }, ({ type }) => type);
  await tool('volume-action-list', { ...page, VolumeID }, has(({ id }) => id === attach.id));
  await moment();
  await tool('volume-detach', { VolumeID, DropletID }, ({ type }) => type);
  await tool('volume-resize', { VolumeID, SizeGigaBytes: 20, Region: region }, ({ type }) => type);
  const snapshot = await tool('volume-snapshot-create', { VolumeID, Name: 'nightly' }, ({ name }) => name);
  await tool('volume-snapshot-list', { ...page, VolumeID }, has(({ id }) => id === snapshot.id));
  await tool('volume-snapshot-get', { ID: snapshot?.id }, ({ name }) => name);
  await tool('volume-snapshot-delete', { ID: snapshot?.id });
  await moment();
  await tool('volume-delete', { ID: VolumeID });
}

export const deletions = (ID) => tool('droplet-delete', { ID });
