/** Calls the app's API. If the user has to sign in, or to grant a scope, the browser goes there and comes back to this page. */
export async function call(path, options) {
    const response = await fetch(path, options);
    if (response.ok) {
        return response;
    }

    const problem = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
    if ((response.status === 401 || response.status === 403) && problem.login) {
        location.assign(problem.login);
        return new Promise(() => { });
    }

    throw new Error(problem.detail ?? `The request failed with status ${response.status}.`);
}
