// openid-client signs in: with the addresses by hand, and by discovery.
import * as client from 'openid-client';
import { browse, call, readAccount, sandbox } from '../driving.mjs';

const scope = 'account:read droplet:read';

function configure() {
  const server = {
    issuer: sandbox.address,
    authorization_endpoint: `${sandbox.address}/v1/oauth/authorize`,
    token_endpoint: `${sandbox.address}/v1/oauth/token`,
    revocation_endpoint: `${sandbox.address}/v1/oauth/revoke`,
  };
  const configuration = new client.Configuration(server, sandbox.clientId, undefined, client.ClientSecretPost(sandbox.clientSecret));
  client.allowInsecureRequests(configuration);
  return configuration;
}

async function signIn(configuration) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: sandbox.callback, scope, state, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  });
  return client.authorizationCodeGrant(configuration, await browse(address), { pkceCodeVerifier: verifier, expectedState: state });
}

async function readWith(configuration, tokens) {
  const response = await client.fetchProtectedResource(configuration, tokens.access_token, new URL(`${sandbox.address}/v2/account`), 'GET');
  return (await response.json()).account.email;
}

const configuration = configure();
const tokens = await call('authorizationCodeGrant', () => signIn(configuration), (tokens) => [tokens.token_type, tokens.expiresIn() > 2591000, tokens.info.email]);
await call('fetchProtectedResource', () => readWith(configuration, tokens));
const refreshed = await call('refreshTokenGrant', () => client.refreshTokenGrant(configuration, tokens.refresh_token), (fresh) => fresh.refresh_token !== tokens.refresh_token);
await call('account, refreshed', () => readWith(configuration, refreshed));
await call('account, replaced token', () => readAccount(tokens.access_token));
await call('refreshTokenGrant, spent token', () => client.refreshTokenGrant(configuration, tokens.refresh_token).then(() => 'worked', (error) => error.error));
// The client authenticates with its credentials alone (RFC 7009). DigitalOcean documents the bearer token.
await call('tokenRevocation', () => client.tokenRevocation(configuration, refreshed.access_token).then(() => 'revoked', (error) => error.status));
await call('account, not revoked', () => readAccount(refreshed.access_token));

const discovered = await call('discovery',
  () => client.discovery(new URL(sandbox.address), sandbox.clientId, undefined, client.ClientSecretPost(sandbox.clientSecret), { algorithm: 'oauth2', execute: [client.allowInsecureRequests] }),
  (found) => new URL(found.serverMetadata().token_endpoint).pathname);
const discoveredTokens = await call('authorizationCodeGrant, discovered', () => signIn(discovered), (tokens) => tokens.info.name);
await call('account, discovered', () => readWith(discovered, discoveredTokens));
