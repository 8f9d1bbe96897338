"""Domains and records, floating IPs, load balancers, certificates, firewalls and VPCs."""
import digitalocean

from report import Shown, call

REGION = "nyc3"


def run(manager, token, droplet):
    run_domains(manager, token)
    run_floating_ips(manager, token, droplet)
    run_certificates(manager, token)
    run_load_balancers(manager, token, droplet)
    run_firewalls(manager, token, droplet)
    run_vpcs(manager, token)


def run_domains(manager, token):
    domain = digitalocean.Domain(token=token, name="example.com", ip_address="203.0.113.10")
    call("Domain.create", lambda: domain.create()["domain"]["name"])
    call("Manager.get_all_domains", lambda: "example.com" in [found.name for found in manager.get_all_domains()])
    call("Manager.get_domain", lambda: manager.get_domain("example.com").ttl)
    call("Domain.get_object", lambda: "example.com" in digitalocean.Domain.get_object(token, "example.com").zone_file)
    call("Domain.load", lambda: [domain.load(), domain.name])
    created = call("Domain.create_new_domain_record", lambda: new_record(domain))
    call("Domain.get_records", lambda: {"A", "MX"} <= {found.type for found in domain.get_records()})
    call("Record.get_object", lambda: digitalocean.Record.get_object(token, "example.com", created["id"]).data)
    record = call("Record.create", lambda: create_record(token))
    call("Record.load", lambda: [record.load(), record.name, record.data])
    call("Record.save", lambda: save(record))
    call("Record.destroy", lambda: [record.destroy(), record.id in [left.id for left in domain.get_records()]])
    call("Domain.destroy", lambda: [domain.destroy(), "example.com" in [left.name for left in manager.get_all_domains()]])


def new_record(domain):
    record = domain.create_new_domain_record(type="MX", name="@", data="mail.example.com.", priority=10, ttl=600)["domain_record"]
    return Shown([isinstance(record["id"], int), record["type"], record["priority"], record["ttl"]], record)


def create_record(token):
    record = digitalocean.Record(domain_name="example.com", token=token, type="A", name="www", data="203.0.113.11")
    record.create()
    return Shown(isinstance(record.id, int), record)


def save(record):
    record.data = "203.0.113.12"
    record.save()
    record.load()
    return record.data


def run_floating_ips(manager, token, droplet):
    call("FloatingIP.create", lambda: create_floating_ip(token, droplet))
    ip = call("FloatingIP.reserve", lambda: reserve(token))
    call("Manager.get_all_floating_ips", lambda: ip.ip in [found.ip for found in manager.get_all_floating_ips()])
    call("Manager.get_floating_ip", lambda: manager.get_floating_ip(ip.ip).region["slug"])
    call("FloatingIP.get_object", lambda: digitalocean.FloatingIP.get_object(token, ip.ip).droplet)
    call("FloatingIP.assign", lambda: [ip.assign(droplet.id)["action"]["type"], ip.load().droplet["id"] == droplet.id])
    call("FloatingIP.load", lambda: ip.load().droplet["name"])
    call("FloatingIP.unassign", lambda: [ip.unassign()["action"]["type"], ip.load().droplet])
    call("FloatingIP.destroy", lambda: [ip.destroy(), ip.ip in [left.ip for left in manager.get_all_floating_ips()]])


def create_floating_ip(token, droplet):
    ip = digitalocean.FloatingIP(token=token, droplet_id=droplet.id).create()
    return [ip.region["slug"], ip.ip.count(".")]


def reserve(token):
    ip = digitalocean.FloatingIP(token=token, region_slug=REGION).reserve()
    return Shown(ip.region["slug"], ip)


def run_certificates(manager, token):
    certificate = call("Certificate.create", lambda: create_certificate(token))
    call("Manager.get_all_certificates", lambda: "web" in [found.name for found in manager.get_all_certificates()])
    call("Manager.get_certificate", lambda: manager.get_certificate(certificate.id).dns_names)
    call("Certificate.get_object", lambda: digitalocean.Certificate.get_object(token, certificate.id).type)
    call("Certificate.load", lambda: certificate.load().name)
    call("Certificate.destroy", lambda: [certificate.destroy(), certificate.id in [left.id for left in manager.get_all_certificates()]])


def create_certificate(token):
    certificate = digitalocean.Certificate(token=token, name="web", type="lets_encrypt", dns_names=["www.example.com"])
    return Shown(certificate.create().type, certificate)


def run_load_balancers(manager, token, droplet):
    balancer = call("LoadBalancer.create", lambda: create_balancer(token, droplet))
    call("Manager.get_all_load_balancers", lambda: "lb-1" in [found.name for found in manager.get_all_load_balancers()])
    call("Manager.get_load_balancer", lambda: manager.get_load_balancer(balancer.id).health_check.path)
    call("LoadBalancer.get_object", lambda: digitalocean.LoadBalancer.get_object(token, balancer.id).forwarding_rules[0].target_port)
    call("LoadBalancer.load", lambda: balancer.load().region["slug"])
    call("LoadBalancer.save", lambda: save_balancer(balancer))
    call("LoadBalancer.remove_droplets", lambda: [balancer.remove_droplets([droplet.id]), balancer.load().droplet_ids])
    call("LoadBalancer.add_droplets", lambda: [balancer.add_droplets([droplet.id]), balancer.load().droplet_ids == [droplet.id]])
    rule = digitalocean.ForwardingRule("tcp", 3306, "tcp", 3306)
    call("LoadBalancer.add_forwarding_rules", lambda: [balancer.add_forwarding_rules([rule]), ports(balancer)])
    call("LoadBalancer.remove_forwarding_rules", lambda: [balancer.remove_forwarding_rules([rule]), ports(balancer)])
    call("LoadBalancer.destroy", lambda: [balancer.destroy(), balancer.id in [left.id for left in manager.get_all_load_balancers()]])


def create_balancer(token, droplet):
    balancer = digitalocean.LoadBalancer(
        token=token, name="lb-1", region=REGION, algorithm="round_robin", droplet_ids=[droplet.id],
        forwarding_rules=[digitalocean.ForwardingRule("http", 80, "http", 8080)],
        health_check=digitalocean.HealthCheck(path="/health"), sticky_sessions=digitalocean.StickySessions())
    balancer.create()
    return Shown([balancer.algorithm, balancer.droplet_ids == [droplet.id]], balancer)


def save_balancer(balancer):
    balancer.name = "lb-2"
    balancer.save()
    return balancer.load().name


def ports(balancer):
    return sorted(rule.entry_port for rule in balancer.load().forwarding_rules)


def run_firewalls(manager, token, droplet):
    firewall = call("Firewall.create", lambda: create_firewall(token))
    call("Manager.get_all_firewalls", lambda: "fw-1" in [found.name for found in manager.get_all_firewalls()])
    call("Manager.get_firewall", lambda: manager.get_firewall(firewall.id).inbound_rules[0].sources.addresses)
    call("Firewall.get_object", lambda: digitalocean.Firewall.get_object(token, firewall.id).outbound_rules[0].protocol)
    call("Firewall.load", lambda: firewall.load().name)
    call("Firewall.add_droplets", lambda: [firewall.add_droplets([droplet.id]), firewall.load().droplet_ids == [droplet.id]])
    call("Firewall.remove_droplets", lambda: [firewall.remove_droplets([droplet.id]), firewall.load().droplet_ids])
    call("Firewall.add_tags", lambda: [firewall.add_tags(["web"]), firewall.load().tags])
    call("Firewall.remove_tags", lambda: [firewall.remove_tags(["web"]), firewall.load().tags])
    call("Firewall.destroy", lambda: [firewall.destroy(), firewall.id in [left.id for left in manager.get_all_firewalls()]])


def create_firewall(token):
    firewall = digitalocean.Firewall(
        token=token, name="fw-1", droplet_ids=[], tags=[],
        inbound_rules=[digitalocean.InboundRule("tcp", "22", digitalocean.Sources(addresses=["18.0.0.0/8"]))],
        outbound_rules=[digitalocean.OutboundRule("tcp", "all", digitalocean.Destinations(addresses=["0.0.0.0/0"]))])
    firewall.create()
    return Shown([firewall.name, firewall.status in ("waiting", "succeeded"), firewall.inbound_rules[0].ports], firewall)


def run_vpcs(manager, token):
    vpc = call("VPC.create", lambda: create_vpc(token))
    call("Manager.get_all_vpcs", lambda: "ours" in [found.name for found in manager.get_all_vpcs()])
    call("Manager.get_vpc", lambda: manager.get_vpc(vpc.id).ip_range)
    call("VPC.get_object", lambda: digitalocean.VPC.get_object(token, vpc.id).region)
    call("VPC.load", lambda: vpc.load().description)
    call("VPC.rename", lambda: rename(vpc))
    call("VPC.destroy", lambda: [vpc.destroy(), vpc.id in [left.id for left in manager.get_all_vpcs()]])


def rename(vpc):
    vpc.rename("theirs")
    return vpc.load().name


def create_vpc(token):
    vpc = digitalocean.VPC(token=token, name="ours", region=REGION, ip_range="10.10.10.0/24", description="Our network")
    vpc.create()
    return Shown([vpc.name, vpc.default, vpc.urn == f"do:vpc:{vpc.id}"], vpc)
