// Signs in by authorization code with PKCE, keeps the token for this tab only, and shows one view per path.
import { h, home, invoice, order, ticket, gcr, ProblemView } from './views.js';

const store = window.sessionStorage;
const content = document.getElementById('content');
const switcher = document.getElementById('switcher');
const person = document.getElementById('person');
const VIEWS = { invoices: invoice, orders: order, tickets: ticket, gcrs: gcr };
let settings;
let enterprises = [];

/** An answer other than success. */
class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || 'Something went wrong.');
    this.status = status;
    this.code = problem.code;
    this.correlationId = problem.correlationId;
  }
}

async function call(path, { method = 'GET', enterprise = store.getItem('enterprise'), accept = 'application/json', body, key } = {}) {
  const headers = { Accept: accept, Authorization: 'Bearer ' + store.getItem('token') };
  if (enterprise) headers['X-Enterprise-Id'] = enterprise;
  if (body) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  let answer;
  try {
    answer = await fetch('/api/v1' + path, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Refused(0, { detail: 'The platform cannot be reached. Check your connection.' });
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    store.removeItem('token');
    if (problem.code === 'token-expired') await signIn();
  }
  throw new Refused(answer.status, problem);
}

const api = {
  async get(path, enterprise) {
    return (await call(path, { enterprise })).json();
  },
  async post(path, body, key) {
    return (await call(path, { method: 'POST', body, key })).json();
  },
  async text(path) {
    return (await call(path, { accept: 'text/html' })).text();
  },
  /** A list's first page; null when one may not see it. */
  async list(path) {
    try {
      return await api.get(path);
    } catch (refused) {
      if (refused.status === 403 || refused.status === 404) return null;
      if (refused.code === 'enterprise-required' && !enterprises.length) return null;
      throw refused;
    }
  },
};

const text = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => text(crypto.getRandomValues(new Uint8Array(32)));

async function signIn() {
  const verifier = random();
  const state = random();
  store.setItem('verifier', verifier);
  store.setItem('state', state);
  if (location.pathname !== '/portal/callback') store.setItem('returnTo', location.pathname + location.hash);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code', client_id: settings.clientId, redirect_uri: settings.issuer + '/portal/callback',
    scope: 'openid', state, code_challenge: text(new Uint8Array(hash)), code_challenge_method: 'S256',
  });
  location.assign(settings.issuer + '/oauth2/authorize?' + query);
  return new Promise(() => {}); // the browser leaves
}

/** Back from the sign-in page, with a code or with a refusal. */
async function finishSignIn() {
  const answer = new URLSearchParams(location.search);
  const state = store.getItem('state');
  store.removeItem('state');
  if (answer.get('error')) throw new Refused(401, { detail: 'Sign-in was not completed.' });
  if (!state || answer.get('state') !== state) throw new Refused(401, { detail: 'This sign-in was not started here. Try again.' });
  const response = await fetch('/oauth2/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: settings.clientId, code: answer.get('code'),
      redirect_uri: settings.issuer + '/portal/callback', code_verifier: store.getItem('verifier'),
    }),
  });
  store.removeItem('verifier');
  if (!response.ok) throw new Refused(401, { detail: 'Sign-in failed. Try again.' });
  store.setItem('token', (await response.json()).access_token);
  history.replaceState(null, '', store.getItem('returnTo') || '/portal');
}

function signOut() {
  store.clear();
  location.assign('/logout');
}

function show(...nodes) {
  content.replaceChildren(...nodes);
  const title = content.querySelector('h1');
  document.title = (title ? title.textContent + ' · ' : '') + 'Control Center';
}

function welcome() {
  show(h('div', { class: 'welcome card' },
    h('h1', {}, 'Welcome'),
    h('p', { class: 'lead' }, 'Sign in to see your invoices, orders, tickets and maintenance.'),
    h('button', { class: 'primary', type: 'button', onclick: signIn }, 'Sign in')));
}

function fail(refused) {
  show(ProblemView(refused, {
    again: () => render(),
    signIn: refused.status === 401 ? signIn : null,
    choose: refused.code === 'enterprise-required' ? () => document.getElementById('enterprise').focus() : null,
  }));
}

async function who() {
  const [me, mine] = await Promise.all([api.get('/me'), api.get('/me/enterprises')]);
  enterprises = mine.items;
  if (!store.getItem('enterprise')) {
    const first = enterprises.find((one) => one.isDefault) || (enterprises.length === 1 ? enterprises[0] : null);
    if (first) store.setItem('enterprise', first.enterpriseId);
  }
  const name = [me.firstName, me.lastName].filter(Boolean).join(' ') || me.username;
  person.replaceChildren(h('span', {}, name), h('a', { href: '/logout', onclick: (e) => { e.preventDefault(); signOut(); } }, 'Sign out'));
  person.hidden = false;
  drawSwitcher();
}

function drawSwitcher() {
  const select = document.getElementById('enterprise');
  const chosen = store.getItem('enterprise');
  const options = enterprises.map((one) =>
    h('option', { value: one.enterpriseId, selected: one.enterpriseId === chosen }, one.customName || one.name));
  if (!chosen) options.unshift(h('option', { value: '' }, 'Choose …'));
  select.replaceChildren(...options);
  select.onchange = () => { store.setItem('enterprise', select.value); drawSwitcher(); render(); };
  switcher.hidden = enterprises.length < 2;
  switcher.onsubmit = (e) => e.preventDefault();
}

/** A link in a mail does not say which enterprise it is about: look in the reader's others before giving up. */
async function inWhichEnterprise(path) {
  try {
    return await api.get(path);
  } catch (refused) {
    if (![404, 400, 403].includes(refused.status)) throw refused;
    for (const other of enterprises.filter((one) => one.enterpriseId !== store.getItem('enterprise'))) {
      try {
        const found = await api.get(path, other.enterpriseId);
        store.setItem('enterprise', other.enterpriseId);
        drawSwitcher();
        return found;
      } catch (again) {
        if (![404, 403].includes(again.status)) throw again;
      }
    }
    throw refused;
  }
}

async function render() {
  const [, , kind, id] = location.pathname.split('/');
  show(h('p', { class: 'waiting' }, 'One moment …'));
  try {
    const view = VIEWS[kind];
    if (!view || !id) {
      show(await home(api));
    } else {
      const path = '/' + kind + '/' + id;
      show(h('a', { class: 'back', href: '/portal' }, '← Overview'), await view(await inWhichEnterprise(path), path, api));
      const anchor = location.hash && document.getElementById(location.hash.slice(1));
      if (anchor) anchor.scrollIntoView();
    }
  } catch (refused) {
    fail(refused);
  }
}

async function start() {
  try {
    settings = await (await fetch('/portal/settings.json')).json();
    if (location.origin !== settings.issuer) { // tokens are for the public address only
      location.replace(settings.issuer + location.pathname + location.hash);
      return;
    }
    if (location.pathname === '/portal/callback') await finishSignIn();
    if (!store.getItem('token')) {
      if (location.pathname.split('/').length > 3) await signIn();
      welcome();
      return;
    }
    await who();
    await render();
  } catch (refused) {
    fail(refused instanceof Refused ? refused : new Refused(0, { detail: 'The page could not be shown.' }));
  }
}

start();
