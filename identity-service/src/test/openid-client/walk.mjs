// A relying party as its makers would write one. What it is told stands in argv, what a person did comes on standard input;
// what it found out goes to standard output, a line of JSON at a time.
import * as client from 'openid-client';
import { importJWK } from 'jose';
import { createInterface } from 'node:readline/promises';

const [issuer, base, told] = process.argv.slice(2);
const { portal, callback, afterSignOut, partner, keyed } = JSON.parse(told);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (what) => console.log(JSON.stringify(what));

// the issuer is the public address; in this test the server listens on a port of its own
const options = {
  execute: [client.allowInsecureRequests],
  [client.customFetch]: (url, init) => fetch(url.replace(issuer, base), init),
};
const discover = (id, metadata, auth) => client.discovery(new URL(issuer), id, metadata, auth, options);

// a person, by code with PKCE
const config = await discover(portal, undefined, client.None());
const verifier = client.randomPKCECodeVerifier();
const checks = {
  pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true,
};
say({
  authorize: client.buildAuthorizationUrl(config, {
    redirect_uri: callback, scope: 'openid profile email', state: checks.expectedState, nonce: checks.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  }).href,
});
const back = new URL((await lines.next()).value);
const tokens = await client.authorizationCodeGrant(config, back, checks);
const info = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
say({
  sub: tokens.claims().sub, username: info.preferred_username, email: info.email,
  rotated: refreshed.refresh_token !== tokens.refresh_token,
  signOut: client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: afterSignOut }).href,
});

await lines.next();
say({ afterSignOut: await client.refreshTokenGrant(config, refreshed.refresh_token).catch((refused) => refused.error) });

// a partner's program, by secret in both ways, and by a key of its own
const found = {};
for (const [way, auth] of [['basic', client.ClientSecretBasic], ['post', client.ClientSecretPost]]) {
  const program = await discover(partner.id, undefined, auth(partner.secret));
  const granted = await client.clientCredentialsGrant(program, { scope: 'ORDER_VIEW' });
  const before = await client.tokenIntrospection(program, granted.access_token);
  await client.tokenRevocation(program, granted.access_token);
  const after = await client.tokenIntrospection(program, granted.access_token);
  found[way] = { active: before.active, scope: before.scope, afterwards: after.active };
}
const key = { key: await importJWK(keyed.jwk, 'ES256'), kid: keyed.jwk.kid };
const program = await discover(keyed.id, undefined, client.PrivateKeyJwt(key));
const granted = await client.clientCredentialsGrant(program, { scope: 'ORDER_VIEW' });
found.key = { active: (await client.tokenIntrospection(program, granted.access_token)).active, scope: granted.scope };
say(found);
process.exit(0);
