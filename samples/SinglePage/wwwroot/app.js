import { call } from "/call.js";

const user = document.getElementById("user");
const droplets = document.getElementById("droplets");

async function showUser() {
    const response = await fetch("/me");
    user.textContent = response.ok ? `Signed in as ${(await response.json()).name}.` : "Signed out.";
}

async function list() {
    const answer = await (await call("/api/droplets")).json();
    droplets.replaceChildren(...answer.droplets.map(droplet => {
        const item = document.createElement("li");
        item.textContent = droplet.name;
        return item;
    }));
}

async function create() {
    await call("/api/droplets", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ name: "web-from-a-page", region: "fra1", size: "s-1vcpu-1gb", image: "ubuntu-24-04-x64" })
    });
    await list();
}

async function signOut() {
    await call("/logout", { method: "POST" });
    droplets.replaceChildren();
    await showUser();
}

for (const [id, action] of Object.entries({ list, create, "sign-out": signOut })) {
    document.getElementById(id).addEventListener("click", () => action().catch(error => user.textContent = error.message));
}

await showUser();
