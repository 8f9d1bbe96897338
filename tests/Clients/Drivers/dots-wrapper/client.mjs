// The client, and how a call of it is made and shown.
import dots from 'dots-wrapper';
import { call, sandbox } from '../driving.mjs';

export const client = dots.createApiClient({ token: sandbox.token, endpoint: `${sandbox.address}/v2` });

const used = new Set();

/** Calls a function of the client, such as "droplet.getDroplet". Returns the body of the answer, or undefined if it failed. */
export async function use(name, input, show) {
  const [functionName] = name.split(',');
  const [module, method] = functionName.split('.');
  used.add(functionName);
  const answer = await call(name, () => client[module][method](typeof input === 'function' ? input() : input), (response) => (show ? show(response.data) : response.status));
  return answer?.data;
}

/** The functions that no driver has called. */
export function unused() {
  return Object.entries(client).filter(([name]) => !name.startsWith('_'))
    .flatMap(([module, methods]) => (typeof methods === 'object' ? Object.keys(methods).map((method) => `${module}.${method}`) : []))
    .filter((name) => !used.has(name));
}

/** Calls a function that must fail, and shows the status. */
export function gone(name, input) {
  const [functionName] = name.split(',');
  const [module, method] = functionName.split('.');
  used.add(functionName);
  return call(name, () => client[module][method](typeof input === 'function' ? input() : input).then((response) => response.status, (error) => error.response.status));
}

/** Waits until an action has completed, and returns it. */
export async function completed(action) {
  let current = action;
  for (let i = 0; i < 500 && current.status === 'in-progress'; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    current = (await client.action.getAction({ action_id: action.id })).data.action;
  }

  return current;
}

export const all = { per_page: 200 };
export const region = 'nyc3';
