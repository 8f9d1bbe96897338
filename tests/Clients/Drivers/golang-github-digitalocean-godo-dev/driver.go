// Calls every method of godo's services.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"sort"
	"strings"
	"time"

	"github.com/digitalocean/godo"
)

var (
	ctx    = context.Background()
	client *godo.Client
	called = map[string]bool{}
	all    = &godo.ListOptions{PerPage: 200}

	lastRequest string
)

// call runs a call and prints its name, ok or error, and what came back, with tabs between them.
func call(name string, run func() ([]any, error)) {
	called[strings.SplitN(name, ",", 2)[0]] = true
	defer func() {
		// A call without the result of an earlier one, or an answer that is missing.
		if failure := recover(); failure != nil {
			fmt.Printf("%s\terror\t%s, after %s\n", name, oneLine(failure), lastRequest)
		}
	}()
	shown, err := run()
	if err != nil {
		fmt.Printf("%s\terror\t%s\n", name, oneLine(err))
		return
	}
	fmt.Printf("%s\tok\t%s\n", name, oneLine(strings.Join(texts(shown), ", ")))
}

func show(shown ...any) []any { return shown }

func texts(shown []any) []string {
	var found []string
	for _, one := range shown {
		found = append(found, fmt.Sprint(one))
	}
	return found
}

func oneLine(text any) string { return strings.Join(strings.Fields(fmt.Sprint(text)), " ") }

// names of a list, in order.
func names[T any](list []T, nameOf func(T) string) []string {
	found := []string{}
	for _, one := range list {
		found = append(found, nameOf(one))
	}
	sort.Strings(found)
	return found
}

func has[T any](list []T, is func(T) bool) bool {
	for _, one := range list {
		if is(one) {
			return true
		}
	}
	return false
}

func status(response *godo.Response, err error) ([]any, error) {
	if err != nil {
		return nil, err
	}
	return show(response.StatusCode), nil
}

// refusal shows the status of an error.
func refusal(response *godo.Response, err error) ([]any, error) {
	if err == nil || response == nil {
		return nil, fmt.Errorf("expected a refusal, got: %v", err)
	}
	return show(response.StatusCode), nil
}

// missing tells whether a resource is gone.
func missing(response *godo.Response, err error) bool {
	return err != nil && response != nil && response.StatusCode == 404
}

func done(action *godo.Action, _ *godo.Response, err error) ([]any, error) {
	for end := time.Now().Add(10 * time.Second); err == nil && action.Status == godo.ActionInProgress && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
		action, _, err = client.Actions.Get(ctx, action.ID)
	}
	if err != nil {
		return nil, err
	}
	return show(action.Type, action.Status), nil
}

// methodsWithoutACall compares the calls with the services' interfaces.
func methodsWithoutACall() []string {
	found := []string{}
	services := reflect.TypeOf(*client)
	for i := 0; i < services.NumField(); i++ {
		field := services.Field(i)
		if field.Type.Kind() != reflect.Interface || !field.IsExported() {
			continue
		}
		for m := 0; m < field.Type.NumMethod(); m++ {
			if name := field.Name + "." + field.Type.Method(m).Name; !called[name] {
				found = append(found, name)
			}
		}
	}
	return found
}

func main() {
	client = godo.NewFromToken(os.Getenv("SANDBOX_TOKEN"))
	if err := godo.SetBaseURL(os.Getenv("SANDBOX_ADDRESS") + "/")(client); err != nil {
		panic(err)
	}

	client.OnRequestCompleted(func(request *http.Request, response *http.Response) {
		lastRequest = fmt.Sprint(request.Method, " ", request.URL.Path, " ", response.StatusCode)
	})

	account()
	billing()
	droplets()
	dropletActions()
	images()
	domains()
	floatingIPs()
	loadBalancers()
	firewalls()
	otherNetworking()
	volumes()
	tags()
	dropletActionsByTag()
	projects()
	databases()
	kubernetes()
	registry()
	deletions()
	call("methods without a call", func() ([]any, error) { return show(methodsWithoutACall()), nil })
}
