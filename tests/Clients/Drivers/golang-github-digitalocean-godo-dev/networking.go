package main

import (
	"strings"

	"github.com/digitalocean/godo"
)

func domains() {
	call("Domains.Create", func() ([]any, error) {
		domain, _, err := client.Domains.Create(ctx, &godo.DomainCreateRequest{Name: "example.com", IPAddress: "203.0.113.10"})
		return show(domain.Name), err
	})
	call("Domains.List", func() ([]any, error) {
		domains, _, err := client.Domains.List(ctx, all)
		return show(has(domains, func(domain godo.Domain) bool { return domain.Name == "example.com" })), err
	})
	call("Domains.Get", func() ([]any, error) {
		domain, _, err := client.Domains.Get(ctx, "example.com")
		return show(domain.TTL, strings.Contains(domain.ZoneFile, "example.com")), err
	})
	var record *godo.DomainRecord
	call("Domains.CreateRecord", func() (shown []any, err error) {
		record, _, err = client.Domains.CreateRecord(ctx, "example.com", &godo.DomainRecordEditRequest{Type: "MX", Name: "@", Data: "mail.example.com.", Priority: 10, TTL: 600})
		return show(record.Type, record.Priority, record.TTL, record.ID > 0), err
	})
	call("Domains.Records", func() ([]any, error) {
		records, _, err := client.Domains.Records(ctx, "example.com", all)
		return show(has(records, func(found godo.DomainRecord) bool { return found.ID == record.ID }), has(records, func(found godo.DomainRecord) bool { return found.Data == "203.0.113.10" })), err
	})
	call("Domains.Record", func() ([]any, error) {
		found, _, err := client.Domains.Record(ctx, "example.com", record.ID)
		return show(found.Data), err
	})
	call("Domains.EditRecord", func() ([]any, error) {
		found, _, err := client.Domains.EditRecord(ctx, "example.com", record.ID, &godo.DomainRecordEditRequest{Type: "MX", Name: "@", Data: "mx.example.com.", Priority: 20})
		return show(found.Data, found.Priority), err
	})
	call("Domains.DeleteRecord", func() ([]any, error) {
		shown, err := status(client.Domains.DeleteRecord(ctx, "example.com", record.ID))
		_, response, failure := client.Domains.Record(ctx, "example.com", record.ID)
		return append(shown, missing(response, failure)), err
	})
	call("Domains.Delete", func() ([]any, error) {
		shown, err := status(client.Domains.Delete(ctx, "example.com"))
		_, response, failure := client.Domains.Get(ctx, "example.com")
		return append(shown, missing(response, failure)), err
	})
}

func floatingIPs() {
	var ip *godo.FloatingIP
	call("FloatingIPs.Create", func() (shown []any, err error) {
		ip, _, err = client.FloatingIPs.Create(ctx, &godo.FloatingIPCreateRequest{Region: region})
		return show(ip.Region.Slug, strings.Count(ip.IP, ".")), err
	})
	call("FloatingIPs.List", func() ([]any, error) {
		ips, _, err := client.FloatingIPs.List(ctx, all)
		return show(has(ips, func(found godo.FloatingIP) bool { return found.IP == ip.IP })), err
	})
	var assign *godo.Action
	call("FloatingIPActions.Assign", func() (shown []any, err error) {
		assign, _, err = client.FloatingIPActions.Assign(ctx, ip.IP, droplet.ID)
		return show(assign.Type), err
	})
	call("FloatingIPActions.Get", func() ([]any, error) { return done(client.FloatingIPActions.Get(ctx, ip.IP, assign.ID)) })
	call("FloatingIPs.Get", func() ([]any, error) {
		found, _, err := client.FloatingIPs.Get(ctx, ip.IP)
		return show(found.Droplet.ID == droplet.ID), err
	})
	call("FloatingIPActions.List", func() ([]any, error) {
		actions, _, err := client.FloatingIPActions.List(ctx, ip.IP, all)
		return show(has(actions, func(action godo.Action) bool { return action.ID == assign.ID })), err
	})
	call("FloatingIPActions.Unassign", func() ([]any, error) {
		shown, err := done(client.FloatingIPActions.Unassign(ctx, ip.IP))
		if err != nil {
			return nil, err
		}
		found, _, err := client.FloatingIPs.Get(ctx, ip.IP)
		return append(shown, found.Droplet == nil), err
	})
	call("FloatingIPs.Delete", func() ([]any, error) {
		shown, err := status(client.FloatingIPs.Delete(ctx, ip.IP))
		_, response, failure := client.FloatingIPs.Get(ctx, ip.IP)
		return append(shown, missing(response, failure)), err
	})
}

func loadBalancers() {
	var balancer *godo.LoadBalancer
	request := &godo.LoadBalancerRequest{
		Name: "lb-1", Region: region, Algorithm: "round_robin", DropletIDs: []int{droplet.ID},
		ForwardingRules: []godo.ForwardingRule{{EntryProtocol: "http", EntryPort: 80, TargetProtocol: "http", TargetPort: 8080}},
		HealthCheck:     &godo.HealthCheck{Protocol: "http", Port: 8080, Path: "/health", CheckIntervalSeconds: 10, ResponseTimeoutSeconds: 5, HealthyThreshold: 5, UnhealthyThreshold: 3},
		StickySessions:  &godo.StickySessions{Type: "none"}}
	ports := func() int {
		found, _, err := client.LoadBalancers.Get(ctx, balancer.ID)
		if err != nil {
			return -1
		}
		return len(found.ForwardingRules)
	}
	call("LoadBalancers.Create", func() (shown []any, err error) {
		balancer, _, err = client.LoadBalancers.Create(ctx, request)
		return show(balancer.Name, balancer.Status, balancer.Region.Slug, len(balancer.DropletIDs)), err
	})
	call("LoadBalancers.List", func() ([]any, error) {
		balancers, _, err := client.LoadBalancers.List(ctx, all)
		return show(has(balancers, func(found godo.LoadBalancer) bool { return found.ID == balancer.ID })), err
	})
	call("LoadBalancers.Get", func() ([]any, error) {
		found, _, err := client.LoadBalancers.Get(ctx, balancer.ID)
		return show(found.HealthCheck.Path, found.ForwardingRules[0].TargetPort, found.StickySessions.Type), err
	})
	call("LoadBalancers.Update", func() ([]any, error) {
		request.Name = "lb-2"
		found, _, err := client.LoadBalancers.Update(ctx, balancer.ID, request)
		return show(found.Name), err
	})
	call("LoadBalancers.RemoveDroplets", func() ([]any, error) {
		return status(client.LoadBalancers.RemoveDroplets(ctx, balancer.ID, droplet.ID))
	})
	call("LoadBalancers.AddDroplets", func() ([]any, error) {
		shown, err := status(client.LoadBalancers.AddDroplets(ctx, balancer.ID, droplet.ID))
		if err != nil {
			return nil, err
		}
		found, _, err := client.LoadBalancers.Get(ctx, balancer.ID)
		return append(shown, len(found.DropletIDs)), err
	})
	rule := godo.ForwardingRule{EntryProtocol: "tcp", EntryPort: 3306, TargetProtocol: "tcp", TargetPort: 3306}
	call("LoadBalancers.AddForwardingRules", func() ([]any, error) {
		shown, err := status(client.LoadBalancers.AddForwardingRules(ctx, balancer.ID, rule))
		return append(shown, ports()), err
	})
	call("LoadBalancers.RemoveForwardingRules", func() ([]any, error) {
		shown, err := status(client.LoadBalancers.RemoveForwardingRules(ctx, balancer.ID, rule))
		return append(shown, ports()), err
	})
	call("LoadBalancers.Delete", func() ([]any, error) {
		shown, err := status(client.LoadBalancers.Delete(ctx, balancer.ID))
		_, response, failure := client.LoadBalancers.Get(ctx, balancer.ID)
		return append(shown, missing(response, failure)), err
	})
}
