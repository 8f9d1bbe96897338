// What the drivers in JavaScript share: the sandbox, the browser, and the line for each call.

export const sandbox = {
  address: process.env.SANDBOX_ADDRESS,
  clientId: process.env.SANDBOX_CLIENT_ID,
  clientSecret: process.env.SANDBOX_CLIENT_SECRET,
  callback: process.env.SANDBOX_CALLBACK,
  token: process.env.SANDBOX_TOKEN,
};

const oneLine = (text) => String(text).split(/\s+/).join(' ');

/** Runs a call and prints its name, ok or error, and what came back, with tabs between them. Returns the result, or undefined if it failed. */
export async function call(name, run, show = (result) => result) {
  try {
    const result = await run();
    console.log(`${name}\tok\t${oneLine([show(result)].flat().join(', '))}`);
    return result;
  } catch (error) {
    const answer = error.response?.data ?? error.data?.payload ?? error.cause;
    const details = answer === undefined ? '' : ` ${typeof answer === 'object' ? JSON.stringify(answer) : answer}`;
    console.log(`${name}\terror\t${oneLine(`${error.name}: ${error.message}${details}`)}`);
    return undefined;
  }
}

/** Opens an address in the user's browser, who is signed in and approves. Returns the address at the app that the browser is sent to. */
export async function browse(address) {
  const response = await fetch(address, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (!location?.startsWith(sandbox.callback)) {
    throw new Error(`expected a redirect to the app, got ${response.status} ${location ?? await response.text()}`);
  }

  return new URL(location);
}

/** Reads the account with an access token, as an app does after the sign-in. */
export async function readAccount(token) {
  const response = await fetch(`${sandbox.address}/v2/account`, { headers: { authorization: `Bearer ${token}` } });
  return [response.status, (await response.json()).account?.email ?? 'no account'];
}
