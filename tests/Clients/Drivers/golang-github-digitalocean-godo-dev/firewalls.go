package main

import "github.com/digitalocean/godo"

func firewalls() {
	var firewall *godo.Firewall
	request := &godo.FirewallRequest{
		Name:          "fw-1",
		InboundRules:  []godo.InboundRule{{Protocol: "tcp", PortRange: "22", Sources: &godo.Sources{Addresses: []string{"18.0.0.0/8"}}}},
		OutboundRules: []godo.OutboundRule{{Protocol: "tcp", PortRange: "all", Destinations: &godo.Destinations{Addresses: []string{"0.0.0.0/0"}}}}}
	reload := func() *godo.Firewall {
		found, _, err := client.Firewalls.Get(ctx, firewall.ID)
		if err != nil {
			panic(err)
		}
		return found
	}
	call("Firewalls.Create", func() (shown []any, err error) {
		firewall, _, err = client.Firewalls.Create(ctx, request)
		return show(firewall.Name, firewall.Status == "waiting" || firewall.Status == "succeeded", len(firewall.InboundRules)), err
	})
	call("Firewalls.List", func() ([]any, error) {
		firewalls, _, err := client.Firewalls.List(ctx, all)
		return show(has(firewalls, func(found godo.Firewall) bool { return found.ID == firewall.ID })), err
	})
	call("Firewalls.Get", func() ([]any, error) {
		found, _, err := client.Firewalls.Get(ctx, firewall.ID)
		return show(found.InboundRules[0].Sources.Addresses, found.OutboundRules[0].PortRange), err
	})
	call("Firewalls.Update", func() ([]any, error) {
		request.Name = "fw-2"
		found, _, err := client.Firewalls.Update(ctx, firewall.ID, request)
		return show(found.Name), err
	})
	call("Firewalls.AddDroplets", func() ([]any, error) {
		shown, err := status(client.Firewalls.AddDroplets(ctx, firewall.ID, droplet.ID))
		return append(shown, len(reload().DropletIDs)), err
	})
	call("Firewalls.ListByDroplet", func() ([]any, error) {
		firewalls, _, err := client.Firewalls.ListByDroplet(ctx, droplet.ID, all)
		return show(names(firewalls, func(found godo.Firewall) string { return found.Name })), err
	})
	call("Firewalls.RemoveDroplets", func() ([]any, error) {
		shown, err := status(client.Firewalls.RemoveDroplets(ctx, firewall.ID, droplet.ID))
		return append(shown, len(reload().DropletIDs)), err
	})
	call("Firewalls.AddTags", func() ([]any, error) {
		shown, err := status(client.Firewalls.AddTags(ctx, firewall.ID, "godo"))
		return append(shown, reload().Tags), err
	})
	call("Firewalls.RemoveTags", func() ([]any, error) {
		shown, err := status(client.Firewalls.RemoveTags(ctx, firewall.ID, "godo"))
		return append(shown, reload().Tags), err
	})
	rules := &godo.FirewallRulesRequest{InboundRules: []godo.InboundRule{{Protocol: "tcp", PortRange: "3306", Sources: &godo.Sources{Addresses: []string{"49.0.0.0/8"}}}}}
	call("Firewalls.AddRules", func() ([]any, error) {
		shown, err := status(client.Firewalls.AddRules(ctx, firewall.ID, rules))
		return append(shown, len(reload().InboundRules)), err
	})
	call("Firewalls.RemoveRules", func() ([]any, error) {
		shown, err := status(client.Firewalls.RemoveRules(ctx, firewall.ID, rules))
		return append(shown, len(reload().InboundRules)), err
	})
	call("Firewalls.Delete", func() ([]any, error) {
		shown, err := status(client.Firewalls.Delete(ctx, firewall.ID))
		_, response, failure := client.Firewalls.Get(ctx, firewall.ID)
		return append(shown, missing(response, failure)), err
	})
}

func otherNetworking() {
	vpcs()
	certificates()
	cdns()
}

func vpcs() {
	var vpc *godo.VPC
	call("VPCs.Create", func() (shown []any, err error) {
		vpc, _, err = client.VPCs.Create(ctx, &godo.VPCCreateRequest{Name: "ours", RegionSlug: region, IPRange: "10.10.10.0/24", Description: "Our network"})
		return show(vpc.Name, vpc.Default, vpc.URN == "do:vpc:"+vpc.ID), err
	})
	call("VPCs.List", func() ([]any, error) {
		vpcs, _, err := client.VPCs.List(ctx, all)
		return show(has(vpcs, func(found *godo.VPC) bool { return found.ID == vpc.ID })), err
	})
	call("VPCs.Get", func() ([]any, error) {
		found, _, err := client.VPCs.Get(ctx, vpc.ID)
		return show(found.IPRange, found.RegionSlug, found.Description), err
	})
	call("VPCs.Update", func() ([]any, error) {
		found, _, err := client.VPCs.Update(ctx, vpc.ID, &godo.VPCUpdateRequest{Name: "theirs", Description: "Their network"})
		return show(found.Name, found.Description), err
	})
	call("VPCs.Set", func() ([]any, error) {
		found, _, err := client.VPCs.Set(ctx, vpc.ID, godo.VPCSetName("nobodys"))
		return show(found.Name, found.Description), err
	})
	call("VPCs.Delete", func() ([]any, error) {
		shown, err := status(client.VPCs.Delete(ctx, vpc.ID))
		_, response, failure := client.VPCs.Get(ctx, vpc.ID)
		return append(shown, missing(response, failure)), err
	})
}

func certificates() {
	var certificate *godo.Certificate
	call("Certificates.Create", func() (shown []any, err error) {
		certificate, _, err = client.Certificates.Create(ctx, &godo.CertificateRequest{Name: "web", Type: "lets_encrypt", DNSNames: []string{"www.example.com"}})
		return show(certificate.Name, certificate.Type, certificate.DNSNames), err
	})
	call("Certificates.List", func() ([]any, error) {
		certificates, _, err := client.Certificates.List(ctx, all)
		return show(has(certificates, func(found godo.Certificate) bool { return found.ID == certificate.ID })), err
	})
	call("Certificates.Get", func() ([]any, error) {
		found, _, err := client.Certificates.Get(ctx, certificate.ID)
		return show(found.Name, found.NotAfter != ""), err
	})
	call("Certificates.Delete", func() ([]any, error) {
		shown, err := status(client.Certificates.Delete(ctx, certificate.ID))
		_, response, failure := client.Certificates.Get(ctx, certificate.ID)
		return append(shown, missing(response, failure)), err
	})
}

func cdns() {
	var cdn *godo.CDN
	call("CDNs.Create", func() (shown []any, err error) {
		cdn, _, err = client.CDNs.Create(ctx, &godo.CDNCreateRequest{Origin: "static.nyc3.digitaloceanspaces.com", TTL: 3600})
		return show(cdn.Origin, cdn.TTL), err
	})
	call("CDNs.List", func() ([]any, error) {
		cdns, _, err := client.CDNs.List(ctx, all)
		return show(has(cdns, func(found godo.CDN) bool { return found.ID == cdn.ID })), err
	})
	call("CDNs.Get", func() ([]any, error) {
		found, _, err := client.CDNs.Get(ctx, cdn.ID)
		return show(found.Origin, found.Endpoint != ""), err
	})
	call("CDNs.UpdateTTL", func() ([]any, error) {
		found, _, err := client.CDNs.UpdateTTL(ctx, cdn.ID, &godo.CDNUpdateTTLRequest{TTL: 86400})
		return show(found.TTL), err
	})
	call("CDNs.UpdateCustomDomain", func() ([]any, error) {
		found, _, err := client.CDNs.UpdateCustomDomain(ctx, cdn.ID, &godo.CDNUpdateCustomDomainRequest{CustomDomain: "static.example.com", CertificateID: "892071a0-bb95-49bc-8021-3afd67a210bf"})
		return show(found.CustomDomain), err
	})
	call("CDNs.FlushCache", func() ([]any, error) {
		return status(client.CDNs.FlushCache(ctx, cdn.ID, &godo.CDNFlushCacheRequest{Files: []string{"*"}}))
	})
	call("CDNs.Delete", func() ([]any, error) {
		shown, err := status(client.CDNs.Delete(ctx, cdn.ID))
		_, response, failure := client.CDNs.Get(ctx, cdn.ID)
		return append(shown, missing(response, failure)), err
	})
}
