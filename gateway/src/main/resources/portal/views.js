// What is shown. Text always goes in as text, never as markup.
import { pay } from './pay.js';

export function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node[name] = value;
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A service date has no zone; the last day of a half-open period is the one before its end. */
const day = (date, back = 0) => (date ? DAY.format(new Date(Date.parse(date + 'T00:00:00Z') - back * 86400000)) : '–');
const period = (one) => (one ? day(one.start) + ' – ' + day(one.end, 1) : '–');
const moment = (at) => h('time', { datetime: at }, MOMENT.format(new Date(at)));
export const words = (code) => String(code ?? '').replaceAll('_', ' ').toLowerCase().replace(/^./, (first) => first.toUpperCase());

export function money(sum) {
  if (!sum) return '–';
  const digits = (String(sum.amount).split('.')[1] || '').length;
  return new Intl.NumberFormat(undefined, {
    style: 'currency', currency: sum.currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(sum.amount);
}

const amount = (sum) => h('span', { class: 'amount' }, money(sum));
const state = (text) => h('span', { class: 'state' }, text);

function facts(pairs) {
  const shown = Object.entries(pairs).filter(([, value]) => value != null && value !== '');
  return h('dl', { class: 'facts' }, shown.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function head(kicker, title, status, lead) {
  return h('header', {}, h('p', { class: 'kicker' }, kicker), h('h1', {}, title),
    h('p', { class: 'lead' }, status && state(status), lead && ' ', lead));
}

const card = (title, ...content) => h('section', { class: 'card' }, h('h2', {}, title), ...content);

const PLACES = {
  0: 'No connection', 401: 'You are not signed in', 403: 'Not for you', 404: 'Nothing here',
  429: 'A little slower, please', 503: 'Not available right now', 504: 'That took too long',
};
const HINTS = {
  403: 'You lack the permission for this, or the account is not assigned to you. An administrator of your enterprise can change that.',
  404: 'It does not exist, or it belongs to an enterprise or account that you cannot see.',
};

export function ProblemView(refused, { again, signIn, choose }) {
  return h('section', { class: 'welcome card', role: 'alert' },
    h('h1', {}, refused.code === 'enterprise-required' ? 'Which enterprise?' : PLACES[refused.status] || 'That did not work'),
    h('p', {}, HINTS[refused.status] || refused.message),
    refused.correlationId && h('p', { class: 'small' }, 'When you ask about it, name ' + refused.correlationId + '.'),
    h('p', {},
      signIn ? h('button', { class: 'primary', type: 'button', onclick: signIn }, 'Sign in')
        : choose ? h('button', { class: 'primary', type: 'button', onclick: choose }, 'Choose an enterprise')
          : h('button', { class: 'primary', type: 'button', onclick: again }, 'Try again'),
      ' ', h('a', { href: '/portal' }, 'Overview')));
}

function section(title, page, row) {
  if (!page) return null;
  return card(title, page.items.length
    ? h('ul', { class: 'rows' }, page.items.map((item) => h('li', {}, row(item))))
    : h('p', { class: 'small' }, 'None.'));
}

const entry = (href, title, side, below) =>
  [h('div', { class: 'row' }, h('a', { href }, title), h('span', {}, side)), below && h('div', { class: 'small' }, below)];

export async function home(api) {
  const [invoices, orders, tickets, gcrs] = await Promise.all(
    ['/invoices?limit=5', '/orders?limit=5', '/tickets?limit=5', '/gcrs?limit=5'].map((path) => api.list(path)));
  const sections = [
    section('Invoices', invoices, (one) => entry('/portal/invoices/' + one.invoiceNumber, one.invoiceNumber,
      amount(one.totals?.amountDue), 'Due ' + day(one.dueDate) + ' · ' + (one.accountName || one.accountId))),
    section('Orders', orders, (one) => entry('/portal/orders/' + one.orderNumber, one.orderNumber,
      state(one.displayStatus), one.externalId && 'Your reference ' + one.externalId)),
    section('Tickets', tickets, (one) => entry('/portal/tickets/' + one.ticketNumber, one.ticketNumber,
      state(one.displayStatus), one.description)),
    section('Maintenance', gcrs, (one) => entry('/portal/gcrs/' + one.gcrNumber, one.title || 'GCR ' + one.gcrNumber,
      state(one.displayStatus), 'GCR ' + one.gcrNumber)),
  ].filter(Boolean);
  return h('div', {}, h('h1', {}, 'Overview'),
    h('p', { class: 'lead' }, sections.length ? 'The latest of what you may see.' : 'There is nothing that you may see here yet. Ask an administrator of your enterprise.'),
    h('div', { class: 'grid' }, sections));
}

/** All pages of a list, shown as they come: the first at once, further ones on demand. */
async function pages(api, path, list, draw) {
  const box = h('div', {}, list);
  async function next(cursor) {
    const page = await api.get(path + (cursor ? '?limit=100&cursor=' + encodeURIComponent(cursor) : '?limit=100'));
    list.append(...page.items.map(draw));
    if (page.nextCursor) {
      const more = h('button', { type: 'button', onclick: async () => { more.remove(); await next(page.nextCursor); } }, 'Show more');
      box.append(more);
    }
    return page.items.length;
  }
  return (await next()) ? box : h('p', { class: 'small' }, 'None.');
}

function calculation(line) {
  const one = line.proration;
  const from = line.provenance?.service;
  const parts = [];
  if (one && one.prorated) {
    parts.push(h('p', {}, `${one.numerator} of ${one.denominator} days, ${day(one.firstBilledDay)} to ${day(one.lastBilledDay)}:`),
      h('p', { class: 'amount' }, `${one.rate} × ${one.numerator} ÷ ${one.denominator} = ${one.unrounded} → ${money(line.netAmount)}`));
  } else if (one) {
    parts.push(h('p', {}, `A whole period at ${money(line.unitAmount)}.`));
  } else {
    parts.push(h('p', {}, `Charged once: ${money(line.unitAmount)}.`));
  }
  if (one) parts.push(h('p', { class: 'small' }, `Days counted: ${words(one.convention)}. Rounding: ${words(one.rounding)}. Policy ${one.policyId}.`));
  if (line.credits) parts.push(h('p', { class: 'small' }, 'Gives back part of line ' + (line.credits.lineId ?? line.credits.line ?? '') + ' of ' + (line.credits.invoiceNumber ?? '') + '.'));
  if (from) {
    parts.push(h('p', { class: 'small' }, `${from.productName}, service ${from.serviceId}${from.location ? ', ' + from.location : ''}; accepted `,
      moment(from.acceptedAt), ', ordered with ', h('a', { href: '/portal/orders/' + from.orderNumber }, from.orderNumber), '.'));
  }
  return h('details', {}, h('summary', {}, 'How it was calculated'), h('div', {}, parts));
}

const lineRow = (line) => h('li', {},
  h('div', { class: 'row' }, h('span', {}, line.description), amount(line.netAmount)),
  h('div', { class: 'small' }, words(line.type) + ' · ' + period(line.coverage)), calculation(line));

export async function invoice(one, path, api) {
  const sums = one.totals;
  const lines = await pages(api, path + '/lines', h('ul', { class: 'rows' }), lineRow);
  return h('div', {},
    head('Invoice · ' + one.accountName, one.invoiceNumber, one.displayStatus, 'for ' + period(one.period)),
    await pay(one, api),
    card('What it is made of', lines,
      h('dl', { class: 'sums' }, Object.entries({
        'Recurring charges': sums.recurringCharges, 'One-time charges': sums.oneTimeCharges, Credits: sums.credits, Taxes: sums.taxes,
      }).map(([name, sum]) => sum && h('div', {}, h('dt', {}, name), h('dd', {}, amount(sum)))),
      h('div', { class: 'total' }, h('dt', {}, 'Amount due'), h('dd', {}, amount(sums.amountDue))))),
    card('Details', facts({ Account: one.accountName + ' (' + one.accountId + ')', 'Bill date': day(one.billDate), 'Delivered by': words(one.delivery) })));
}

const event = (one) => h('li', {}, h('p', {}, one.text),
  h('p', { class: 'small' }, moment(one.at), one.actor && ' · ' + one.actor, one.source && ' (' + words(one.source) + ')'));

const timeline = (api, path) => pages(api, path + '/timeline', h('ol', { class: 'timeline' }), event);

const who = (person) => person && h('span', {}, person.name,
  person.phone && [' · ', h('a', { href: 'tel:' + person.phone.replaceAll(' ', '') }, person.phone)],
  person.email && [' · ', h('a', { href: 'mailto:' + person.email }, person.email)]);

export async function order(one, path, api) {
  return h('div', {},
    head('Order', one.orderNumber, one.displayStatus, one.displayStage),
    card('At a glance', facts({
      'Customer care manager': who(one.customerCareManager), 'Committed date': one.customerCommitDate && day(one.customerCommitDate),
      'Requested date': one.requestedDate?.date && day(one.requestedDate.date), 'Your reference': one.externalId,
      Account: one.accountId, Contact: who(one.contact),
    })),
    card('What was ordered', h('ul', { class: 'rows' }, one.items.map((item) => h('li', {},
      h('div', { class: 'row' }, h('span', {}, item.productName), h('span', {}, amount(item.monthlyRecurring), ' a month')),
      h('div', { class: 'small' }, [item.bandwidth, item.termMonths + ' months', item.serviceId && 'service ' + item.serviceId, item.circuitId, words(item.state)].filter(Boolean).join(' · ')))))),
    card('What happened', await timeline(api, path)));
}

export async function ticket(one, path, api) {
  const clock = one.clock || {};
  return h('div', {},
    head('Ticket · ' + words(one.priority), one.ticketNumber, one.displayStatus, one.description),
    card('At a glance', facts({
      'Your technician': who(one.technician), Service: one.serviceId, Circuit: one.circuitId, Impact: words(one.observedImpact),
      Opened: one.openedAt && moment(one.openedAt), 'Restored': clock.restoredAt && moment(clock.restoredAt),
      'Aimed at': !clock.restoredAt && clock.targetRestoreAt && moment(clock.targetRestoreAt), 'Clock stands still': clock.pausedBecause,
      'Root cause': one.rootCause && (one.rootCause.text || words(one.rootCause.code)), Resolution: one.resolution, 'Your reference': one.customerReference,
    })),
    card('What happened', await timeline(api, path)));
}

function site(at, zone) {
  return h('time', { datetime: at }, new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(new Date(at)));
}

export async function gcr(one, path, api) {
  const impacts = await pages(api, path + '/impacts', h('ul', { class: 'rows' }), (impact) => h('li', {},
    h('div', { class: 'row' }, h('span', {}, [impact.serviceId, impact.circuitId].filter(Boolean).join(' · ')), state(words(impact.impact))),
    h('div', { class: 'small' }, [impact.bandwidth, [impact.aLocation, impact.zLocation].filter(Boolean).join(' – '),
      impact.maxDurationMinutes && 'up to ' + impact.maxDurationMinutes + ' minutes'].filter(Boolean).join(' · '))));
  const updates = await pages(api, path + '/updates', h('ol', { class: 'timeline' }), event);
  return h('div', {},
    head('Maintenance · GCR ' + one.gcrNumber, one.title, one.displayStatus, words(one.designation)),
    card('When', h('ul', { class: 'rows' }, one.windows.map((window) => h('li', {},
      h('div', { class: 'row' }, h('span', {}, site(window.start, window.timeZone), ' to ', site(window.end, window.timeZone)),
        window.kind === 'ALTERNATE' && state('Alternate')),
      h('div', { class: 'small' }, 'Local time at the site, ' + window.timeZone))))),
    card('Your services', impacts),
    card('Why', h('p', {}, one.reason || one.description || 'Work on the network.'),
      facts({ Where: one.locations.map((place) => [place.city, place.state, place.country].filter(Boolean).join(', ')).join('; '), Category: words(one.category) })),
    card('Updates', updates));
}
