package main

import "github.com/digitalocean/godo"

func images() {
	list := func(name string, run func() ([]godo.Image, *godo.Response, error), slug string) {
		call("Images."+name, func() ([]any, error) {
			images, _, err := run()
			return show(has(images, func(found godo.Image) bool { return slug == "" || found.Slug == slug })), err
		})
	}
	list("List", func() ([]godo.Image, *godo.Response, error) { return client.Images.List(ctx, all) }, image)
	list("ListDistribution", func() ([]godo.Image, *godo.Response, error) { return client.Images.ListDistribution(ctx, all) }, "debian-12-x64")
	list("ListApplication", func() ([]godo.Image, *godo.Response, error) { return client.Images.ListApplication(ctx, all) }, "")
	call("Images.ListUser", func() ([]any, error) {
		images, _, err := client.Images.ListUser(ctx, all)
		return show(has(images, func(found godo.Image) bool { return found.Name == "before" }), has(images, func(found godo.Image) bool { return found.Public })), err
	})
	call("Images.GetBySlug", func() ([]any, error) {
		found, _, err := client.Images.GetBySlug(ctx, image)
		return show(found.Distribution, found.Public), err
	})

	var custom *godo.Image
	call("Images.Create", func() (shown []any, err error) {
		custom, _, err = client.Images.Create(ctx, &godo.CustomImageCreateRequest{
			Name: "nix", Url: "https://example.com/nixos.qcow2", Region: region, Distribution: "Unknown", Description: "Ours", Tags: []string{"base"}})
		return show(custom.Name, custom.ID > 0, custom.Public), err
	})
	call("Images.GetByID", func() ([]any, error) {
		found, _, err := client.Images.GetByID(ctx, custom.ID)
		return show(found.Name), err
	})
	call("Images.ListByTag", func() ([]any, error) {
		found, _, err := client.Images.ListByTag(ctx, "base", all)
		return show(names(found, func(image godo.Image) string { return image.Name })), err
	})
	call("Images.Update", func() ([]any, error) {
		found, _, err := client.Images.Update(ctx, custom.ID, &godo.ImageUpdateRequest{Name: "nixos"})
		return show(found.Name), err
	})
	var transfer *godo.Action
	call("ImageActions.Transfer", func() (shown []any, err error) {
		transfer, _, err = client.ImageActions.Transfer(ctx, custom.ID, &godo.ActionRequest{"type": "transfer", "region": "sfo3"})
		return show(transfer.Type, transfer.ResourceType), err
	})
	call("ImageActions.Get", func() ([]any, error) { return done(client.ImageActions.Get(ctx, custom.ID, transfer.ID)) })
	call("ImageActions.Convert", func() ([]any, error) { return done(client.ImageActions.Convert(ctx, custom.ID)) })
	call("Images.Delete", func() ([]any, error) {
		shown, err := status(client.Images.Delete(ctx, custom.ID))
		_, response, failure := client.Images.GetByID(ctx, custom.ID)
		return append(shown, missing(response, failure)), err
	})
}
