// Domains, floating IPs, load balancers, firewalls, VPCs, certificates and CDN endpoints.
import { call } from '../driving.mjs';
import { all, client, completed, gone, region, use } from './client.mjs';

export async function domains() {
  const domain_name = 'example.com';
  await use('domain.createDomain', { name: domain_name, ip_address: '203.0.113.10' }, ({ domain }) => domain.name);
  await use('domain.listDomains', all, ({ domains: found }) => found.some((domain) => domain.name === domain_name));
  await use('domain.getDomain', { name: domain_name }, ({ domain }) => domain.ttl);
  const created = await use('domain.createDomainRecord', { domain_name, type: 'A', name: 'www', data: '203.0.113.11', ttl: 600 }, ({ domain_record }) => [domain_record.name, domain_record.ttl]);
  const domain_record_id = created?.domain_record.id;
  await use('domain.listDomainRecords', { ...all, domain_name, type: 'A', name: 'www.example.com' }, ({ domain_records }) => domain_records.map((record) => record.data));
  await use('domain.getDomainRecord', { domain_name, domain_record_id }, ({ domain_record }) => domain_record.data);
  await use('domain.updateDomainRecord', { domain_name, domain_record_id, type: 'A', data: '203.0.113.12' }, ({ domain_record }) => [domain_record.name, domain_record.data]);
  await use('domain.deleteDomainRecord', { domain_name, domain_record_id });
  await gone('domain.getDomainRecord, deleted', { domain_name, domain_record_id });
  await use('domain.deleteDomain', { name: domain_name });
  await gone('domain.getDomain, deleted', { name: domain_name });
}

export async function floatingIps(droplet_id) {
  const created = await use('floatingIp.createFloatingIp', { region }, ({ floating_ip }) => floating_ip.region.slug);
  const ip = created?.floating_ip.ip;
  await use('floatingIp.listFloatingIps', all, ({ floating_ips }) => floating_ips.some((found) => found.ip === ip));
  const assigned = await use('floatingIp.assignIpToDroplet', { ip, droplet_id }, ({ action }) => action.type);
  await use('floatingIp.getFloatingIpAction', { ip, action_id: assigned?.action.id }, ({ action }) => action.id === assigned.action.id);
  await call('floatingIp.assignIpToDroplet, done', () => completed(assigned.action), (action) => action.status);
  await use('floatingIp.getFloatingIp', { ip }, ({ floating_ip }) => floating_ip.droplet.id === droplet_id);
  await use('floatingIp.listFloatingIpActions', { ...all, ip }, ({ actions }) => actions.some((action) => action.id === assigned.action.id));
  const unassigned = await use('floatingIp.unassignIpFromDroplet', { ip }, ({ action }) => action.type);
  await call('floatingIp.unassignIpFromDroplet, done', () => completed(unassigned.action).then(() => client.floatingIp.getFloatingIp({ ip })), ({ data }) => data.floating_ip.droplet === null);
  await use('floatingIp.deleteFloatingIp', { ip });
  await gone('floatingIp.getFloatingIp, deleted', { ip });
}

export async function loadBalancers(droplet_id) {
  const details = {
    name: 'lb-1', region, droplet_ids: [droplet_id],
    forwarding_rules: [{ entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 8080 }],
    health_check: { protocol: 'http', port: 8080, path: '/health' },
  };
  const rules = [{ entry_protocol: 'tcp', entry_port: 3306, target_protocol: 'tcp', target_port: 3306 }];
  const created = await use('loadBalancer.createLoadBalancer', details, ({ load_balancer }) => [load_balancer.name, load_balancer.status, load_balancer.region.slug]);
  const load_balancer_id = created?.load_balancer.id;
  const reloaded = async () => (await client.loadBalancer.getLoadBalancer({ load_balancer_id })).data.load_balancer;
  await use('loadBalancer.listLoadBalancers', all, ({ load_balancers }) => load_balancers.some((found) => found.id === load_balancer_id));
  await use('loadBalancer.getLoadBalancer', { load_balancer_id }, ({ load_balancer }) => [load_balancer.health_check.path, load_balancer.forwarding_rules[0].target_port]);
  await use('loadBalancer.updateLoadBalancer', { ...details, load_balancer_id, name: 'lb-2' }, ({ load_balancer }) => load_balancer.name);
  await use('loadBalancer.removeDropletsFromLoadBalancer', { load_balancer_id, droplet_ids: [droplet_id] });
  await use('loadBalancer.addDropletsToLoadBalancer', { load_balancer_id, droplet_ids: [droplet_id] });
  await call('loadBalancer, its droplets', reloaded, (found) => found.droplet_ids.length);
  await use('loadBalancer.addRulesToLoadBalancer', { load_balancer_id, forwarding_rules: rules });
  await call('loadBalancer, its rules', reloaded, (found) => found.forwarding_rules.length);
  await use('loadBalancer.removeRulesFromLoadBalancer', { load_balancer_id, forwarding_rules: rules });
  await call('loadBalancer, its rules after', reloaded, (found) => found.forwarding_rules.length);
  await use('loadBalancer.deleteLoadBalancer', { load_balancer_id });
  await gone('loadBalancer.getLoadBalancer, deleted', { load_balancer_id });
}

export async function firewalls(droplet_id) {
  const details = {
    name: 'fw-1', droplet_ids: [], tags: [],
    inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['18.0.0.0/8'] } }],
    outbound_rules: [{ protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0'] } }],
  };
  const inbound_rules = [{ protocol: 'tcp', ports: '3306', sources: { addresses: ['49.0.0.0/8'] } }];
  const created = await use('firewall.createFirewall', details, ({ firewall }) => firewall.name);
  const firewall_id = created?.firewall.id;
  const show = (name, of) => call(`firewall, ${name}`, () => client.firewall.getFirewall({ firewall_id }), ({ data }) => of(data.firewall));
  await use('firewall.listFirewalls', all, ({ firewalls: found }) => found.some((firewall) => firewall.id === firewall_id));
  await use('firewall.getFirewall', { firewall_id }, ({ firewall }) => [firewall.inbound_rules[0].sources.addresses, firewall.outbound_rules[0].protocol]);
  await use('firewall.updateFirewall', { ...details, id: firewall_id, name: 'fw-2' }, ({ firewall }) => firewall.name);
  await use('firewall.addDropletsToFirewall', { firewall_id, droplet_ids: [droplet_id] });
  await use('firewall.addTagsToFirewall', { firewall_id, tags: ['dots'] });
  await use('firewall.addRulesToFirewall', { firewall_id, inbound_rules });
  await show('added', (firewall) => [firewall.droplet_ids.length, firewall.tags, firewall.inbound_rules.length]);
  await use('firewall.removeDropletsFromFirewall', { firewall_id, droplet_ids: [droplet_id] });
  await use('firewall.removeTagsFromFirewall', { firewall_id, tags: ['dots'] });
  await use('firewall.removeRulesFromFirewall', { firewall_id, inbound_rules });
  await show('removed', (firewall) => [firewall.droplet_ids.length, firewall.tags.length, firewall.inbound_rules.length]);
  await use('firewall.deleteFirewall', { firewall_id });
  await gone('firewall.getFirewall, deleted', { firewall_id });
}

export async function vpcs() {
  const created = await use('vpc.createVpc', { name: 'ours', region, ip_range: '10.10.10.0/24', description: 'Our network' }, ({ vpc }) => [vpc.name, vpc.default]);
  const vpc_id = created?.vpc.id;
  await use('vpc.listVpcs', all, ({ vpcs: found }) => found.some((vpc) => vpc.id === vpc_id));
  await use('vpc.getVpc', { vpc_id }, ({ vpc }) => vpc.ip_range);
  await use('vpc.listVpcResources', { ...all, vpc_id }, ({ members }) => Array.isArray(members));
  await use('vpc.updateVpc', { vpc_id, name: 'theirs', description: 'Their network' }, ({ vpc }) => [vpc.name, vpc.description]);
  await use('vpc.deleteVpc', { vpc_id });
  await gone('vpc.getVpc, deleted', { vpc_id });
}

export async function certificates() {
  const created = await use('certificate.createCertificate', { name: 'web', type: 'lets_encrypt', dns_names: ['www.example.com'] }, ({ certificate }) => [certificate.name, certificate.type]);
  const certificate_id = created?.certificate.id;
  await use('certificate.listCertificates', all, ({ certificates: found }) => found.some((certificate) => certificate.id === certificate_id));
  await use('certificate.getCertificate', { certificate_id }, ({ certificate }) => certificate.dns_names);
  const cdn = await use('cdnEndpoint.createCdnEndpoint', { origin: 'static.nyc3.digitaloceanspaces.com', ttl: 3600 }, ({ endpoint }) => [endpoint.origin, endpoint.ttl]);
  const cdn_endpoint_id = cdn?.endpoint.id;
  await use('cdnEndpoint.listCdnEndpoints', all, ({ endpoints }) => endpoints.some((endpoint) => endpoint.id === cdn_endpoint_id));
  await use('cdnEndpoint.getCdnEndpoint', { cdn_endpoint_id }, ({ endpoint }) => endpoint.origin);
  await use('cdnEndpoint.updateCdnEndpoint', { cdn_endpoint_id, ttl: 86400, certificate_id, custom_domain: 'static.example.com' }, ({ endpoint }) => [endpoint.ttl, endpoint.custom_domain]);
  await use('cdnEndpoint.purgeCache', { cdn_endpoint_id, files: ['*'] });
  await use('cdnEndpoint.deleteCdnEndpoint', { cdn_endpoint_id });
  await gone('cdnEndpoint.getCdnEndpoint, deleted', { cdn_endpoint_id });
  await use('certificate.deleteCertificate', { certificate_id });
  await gone('certificate.getCertificate, deleted', { certificate_id });
}
