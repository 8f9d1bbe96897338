package main

import (
	"fmt"
	"strings"

	"github.com/digitalocean/godo"
)

const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE9cwPQ1xW1T4q2uY7o3cZt3yq8pVv0m1rT6mXg8b2Zk sammy@example.com"

func account() {
	call("Account.Get", func() ([]any, error) {
		account, _, err := client.Account.Get(ctx)
		return show(account.Email, account.Status, account.EmailVerified), err
	})
	call("Regions.List", func() ([]any, error) {
		regions, _, err := client.Regions.List(ctx, all)
		return show(has(regions, func(region godo.Region) bool { return region.Slug == "nyc3" && region.Available })), err
	})
	call("Sizes.List", func() ([]any, error) {
		sizes, _, err := client.Sizes.List(ctx, all)
		return show(has(sizes, func(size godo.Size) bool {
			return size.Slug == "s-1vcpu-1gb" && size.PriceMonthly == 6 && size.Memory == 1024
		})), err
	})
	call("OneClick.List", func() ([]any, error) {
		found, _, err := client.OneClick.List(ctx, "droplet")
		return show(len(found) > 0), err
	})
	keys()
}

func keys() {
	var key *godo.Key
	call("Keys.Create", func() (shown []any, err error) {
		key, _, err = client.Keys.Create(ctx, &godo.KeyCreateRequest{Name: "laptop", PublicKey: publicKey})
		return show(key.Name, key.ID > 0, strings.Count(key.Fingerprint, ":")), err
	})
	call("Keys.List", func() ([]any, error) {
		keys, _, err := client.Keys.List(ctx, all)
		return show(has(keys, func(found godo.Key) bool { return found.ID == key.ID })), err
	})
	call("Keys.GetByID", func() ([]any, error) {
		found, _, err := client.Keys.GetByID(ctx, key.ID)
		return show(found.PublicKey == publicKey), err
	})
	call("Keys.GetByFingerprint", func() ([]any, error) {
		found, _, err := client.Keys.GetByFingerprint(ctx, key.Fingerprint)
		return show(found.ID == key.ID), err
	})
	call("Keys.UpdateByID", func() ([]any, error) {
		found, _, err := client.Keys.UpdateByID(ctx, key.ID, &godo.KeyUpdateRequest{Name: "desktop"})
		return show(found.Name), err
	})
	call("Keys.UpdateByFingerprint", func() ([]any, error) {
		found, _, err := client.Keys.UpdateByFingerprint(ctx, key.Fingerprint, &godo.KeyUpdateRequest{Name: "server"})
		return show(found.Name, found.ID == key.ID), err
	})
	call("Keys.DeleteByFingerprint", func() ([]any, error) { return status(client.Keys.DeleteByFingerprint(ctx, key.Fingerprint)) })
	call("Keys.DeleteByID", func() ([]any, error) {
		again, _, err := client.Keys.Create(ctx, &godo.KeyCreateRequest{Name: "laptop", PublicKey: publicKey})
		if err != nil {
			return nil, err
		}
		shown, err := status(client.Keys.DeleteByID(ctx, again.ID))
		_, response, failure := client.Keys.GetByID(ctx, again.ID)
		return append(shown, missing(response, failure)), err
	})
}

func billing() {
	call("Balance.Get", func() ([]any, error) {
		balance, _, err := client.Balance.Get(ctx)
		return show(balance.AccountBalance != "", !balance.GeneratedAt.IsZero()), err
	})
	call("BillingHistory.List", func() ([]any, error) {
		history, _, err := client.BillingHistory.List(ctx, all)
		return show(len(history.BillingHistory) > 0), err
	})
	id := ""
	call("Invoices.List", func() ([]any, error) {
		list, _, err := client.Invoices.List(ctx, all)
		if err == nil {
			id = list.Invoices[0].InvoiceUUID
		}
		return show(len(list.Invoices) > 0, id != ""), err
	})
	call("Invoices.Get", func() ([]any, error) {
		invoice, _, err := client.Invoices.Get(ctx, id, all)
		return show(len(invoice.InvoiceItems) > 0), err
	})
	call("Invoices.GetSummary", func() ([]any, error) {
		summary, _, err := client.Invoices.GetSummary(ctx, id)
		return show(summary.InvoiceUUID == id, summary.BillingPeriod != ""), err
	})
	call("Invoices.GetCSV", func() ([]any, error) {
		csv, _, err := client.Invoices.GetCSV(ctx, id)
		return show(strings.Contains(string(csv), ",")), err
	})
	call("Invoices.GetPDF", func() ([]any, error) {
		pdf, _, err := client.Invoices.GetPDF(ctx, id)
		return show(fmt.Sprintf("%.4s", pdf)), err
	})
}
