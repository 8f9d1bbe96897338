// Reserved IPs, load balancers, firewalls, VPCs, prefixes and file shares.
import { has, moment, page, region, tool } from './server.mjs';

export async function reservedIps(DropletID) {
  for (const Type of ['ipv4', 'ipv6']) {
    const reserved = await tool(`reserved-ip-reserve, ${Type}`, { Region: region, Type }, ({ ip }) => ip.includes('.') || ip.includes(':'));
    const address = { IP: reserved?.ip, Type };
    await tool(`reserved-ip-list, ${Type}`, { ...page, Type }, has(({ ip }) => ip === address.IP));
    await tool(`reserved-ip-get, ${Type}`, { IP: address.IP }, ({ ip }) => ip === address.IP);
    await tool(`reserved-ip-assign, ${Type}`, { ...address, DropletID }, ({ type }) => type);
    await moment();
    await tool(`reserved-ip-unassign, ${Type}`, address, ({ type }) => type);
    await moment();
    await tool(`reserved-ip-release, ${Type}`, address);
  }
}

export async function loadBalancers(droplet) {
  // The schema of the tools says text, and they take objects.
  const rule = { EntryProtocol: 'http', EntryPort: 80, TargetProtocol: 'http', TargetPort: 8080 };
  const other = { EntryProtocol: 'tcp', EntryPort: 3306, TargetProtocol: 'tcp', TargetPort: 3306 };
  const DropletIDs = [String(droplet)];
  const balancer = await tool('lb-create', { Name: 'lb-1', Region: region, Type: 'REGIONAL', ForwardingRules: [rule], DropletIDs }, ({ name }) => name);
  const LoadBalancerID = balancer?.id;
  await tool('lb-list', page, has(({ id }) => id === LoadBalancerID));
  await tool('lb-get', { LoadBalancerID }, ({ name }) => name);
  await tool('lb-update', { LoadBalancerID, Name: 'lb-2', Region: region, Type: 'REGIONAL', ForwardingRules: [rule], DropletIDs }, ({ name }) => name);
  await tool('lb-remove-droplets', { LoadBalancerID, DropletIDs });
  await tool('lb-add-droplets', { LoadBalancerID, DropletIDs });
  await tool('lb-add-fwd-rules', { LoadBalancerID, ForwardingRules: [other] });
  await tool('lb-remove-fwd-rules', { LoadBalancerID, ForwardingRules: [other] });
  await tool('lb-delete-cache', { LoadBalancerID });
  await tool('lb-delete', { LoadBalancerID });
}

export async function firewalls(droplet) {
  const InboundRules = [{ Protocol: 'tcp', PortRange: '3306', Sources: ['49.0.0.0/8'] }];
  const firewall = await tool('firewall-create', {
    Name: 'fw-1', InboundProtocol: 'tcp', InboundPortRange: '22', InboundSource: '18.0.0.0/8', OutboundProtocol: 'tcp', OutboundPortRange: 'all', OutboundDestination: '0.0.0.0/0',
  }, ({ name }) => name);
  const ID = firewall?.id;
  await tool('firewall-list', page, has(({ id }) => id === ID));
  await tool('firewall-get', { ID }, ({ name }) => name);
  await tool('firewall-add-droplets', { ID, DropletIDs: [droplet] });
  await tool('firewall-remove-droplets', { ID, DropletIDs: [droplet] });
  await tool('firewall-add-tags', { ID, Tags: ['mcp'] });
  await tool('firewall-remove-tags', { ID, Tags: ['mcp'] });
  await tool('firewall-add-rules', { ID, InboundRules, OutboundRules: [] });
  await tool('firewall-remove-rules', { ID, InboundRules, OutboundRules: [] });
  await tool('firewall-delete', { ID });
}

export async function vpcs() {
  const vpc = await tool('vpc-create', { Name: 'ours', Region: region }, ({ name }) => name);
  const other = await tool('vpc-create, another', { Name: 'theirs', Region: 'sfo3' }, ({ name }) => name);
  await tool('vpc-list', page, has(({ id }) => id === vpc.id));
  await tool('vpc-get', { ID: vpc?.id }, ({ name }) => name);
  await tool('vpc-list-members', { ID: vpc?.id }, (list) => Array.isArray(list));
  const peering = await tool('vpc-peering-create', { Name: 'both', Vpc1: vpc?.id, Vpc2: other?.id }, ({ name }) => name);
  await tool('vpc-peering-list', page, has(({ id }) => id === peering.id));
  await tool('vpc-peering-get', { ID: peering?.id }, ({ name }) => name);
  await tool('vpc-peering-delete', { ID: peering?.id });
  await fileShares(vpc?.id, other?.id);
  await tool('vpc-delete', { ID: vpc?.id });
  // The schema of the tool says Prefix, Signature and Region.
  const prefix = await tool('byoip-prefix-create', { prefix: '203.0.113.0/24', signature: 'a signature', region });
  await tool('byoip-prefix-list', page, (list) => list.length > 0);
  await tool('byoip-prefix-get', { UUID: prefix?.uuid }, ({ uuid }) => uuid === prefix.uuid);
  await tool('byoip-prefix-resources-get', { ...page, UUID: prefix?.uuid }, (list) => Array.isArray(list));
  await tool('byoip-prefix-delete', { UUID: prefix?.uuid });
}

async function fileShares(VpcID, NewVpcID) {
  const share = await tool('nfs-file-share-create', { Name: 'files', SizeGibibytes: 100, Region: 'atl1', VpcIds: [VpcID] }, ({ name }) => name);
  const ID = share?.id;
  await tool('nfs-file-share-list', { ...page, Region: 'atl1' }, has(({ id }) => id === ID));
  await tool('nfs-file-share-get', { ID }, ({ name }) => name);
  await tool('nfs-attach', { ShareID: ID, VpcID });
  await tool('nfs-reassign', { ShareID: ID, OldVpcID: VpcID, NewVpcID });
  await tool('nfs-detach', { ShareID: ID, VpcID: NewVpcID });
  await tool('nfs-resize', { ShareID: ID, SizeGibibytes: 200 });
  await tool('nfs-switch-performance-tier', { ShareID: ID, PerformanceTier: 'high' });
  await tool('nfs-snapshot', { ShareID: ID, SnapshotName: 'nightly' });
  await moment();
  const snapshots = await tool('nfs-snapshot-list', { ...page, Region: 'atl1' });
  await tool('nfs-snapshot-get', { ID: snapshots?.[0]?.id }, ({ id }) => id === snapshots[0].id);
  await tool('nfs-snapshot-delete', { ID: snapshots?.[0]?.id });
  await tool('nfs-file-share-delete', { ID });
}
