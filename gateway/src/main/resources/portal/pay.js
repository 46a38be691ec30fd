// Paying a bill: what is due and not in dispute, how, and what became of it.
import { h, money, words } from './views.js';

const PAUSE = 1500;
const PATIENCE = 40;

/** Methods to try the page with; where a real provider charges, its own form gives the token. */
const SANDBOX = [
  ['tok_sandbox_visa', 'Test card, pays', 'CARD', '4242'],
  ['tok_sandbox_bank', 'Test bank account, pays', 'ACH', '6789'],
  ['tok_sandbox_declined', 'Test card, declined', 'CARD', '0002'],
];

const plain = (sum) => Number(sum.amount);
const label = (method) => method.label + (method.last4 ? ' ending in ' + method.last4 : '');

function choice(name, value, title, below, checked) {
  const id = name + '-' + value;
  return h('div', { class: 'choice' }, h('input', { type: 'radio', name, id, value, checked }),
    h('label', { for: id }, title, below && h('span', { class: 'small' }, below)));
}

/** The ways to pay: those that are kept, and in the sandbox the test ones. */
function methodList(methods, sandbox) {
  const kept = methods.map((one, i) => choice('method', one.methodId, label(one), one.expires && 'Expires ' + one.expires, i === 0));
  const known = methods.map((one) => one.label);
  const tests = sandbox ? SANDBOX.filter(([, title]) => !known.includes(title))
    .map(([token, title], i) => choice('method', token, title, 'Nothing is charged', !kept.length && i === 0)) : [];
  return [...kept, ...tests];
}

async function methodId(chosen, accountId, api) {
  const test = SANDBOX.find(([token]) => token === chosen);
  if (!test) return chosen;
  const [token, title, kind, last4] = test;
  return (await api.post('/payment-methods', { accountId, kind, token, label: title, last4 })).methodId;
}

/** Asks until it is known; whoever leaves finds it in the list of payments. */
async function settled(payment, api) {
  for (let i = 0; i < PATIENCE && payment.state === 'PROCESSING'; i++) {
    await new Promise((go) => setTimeout(go, PAUSE));
    payment = await api.get('/payments/' + payment.paymentId);
  }
  return payment;
}

function outcome(payment, again, api) {
  if (payment.state === 'POSTED') {
    return [h('p', { class: 'notice good', role: 'status' }, 'Thank you. ' + money(payment.amount) + ' is paid. Receipt ' + payment.receiptNumber + '.'),
      h('ul', { class: 'rows' }, payment.applications.map((one) => h('li', {},
        h('div', { class: 'row' }, h('span', {}, one.invoiceNumber), h('span', { class: 'amount' }, money(one.amount)))))),
      h('p', {}, h('button', { type: 'button', onclick: () => receipt(payment, api) }, 'Show the receipt'), ' ',
        h('button', { type: 'button', onclick: () => location.reload() }, 'Done'))];
  }
  if (payment.state === 'SCHEDULED') {
    return [h('p', { class: 'notice good', role: 'status' }, money(payment.amount) + ' will be paid on ' + payment.scheduledFor + '. You can cancel it until that day begins.'),
      h('p', {}, h('button', { type: 'button', onclick: again }, 'Back'))];
  }
  if (payment.state === 'PROCESSING') {
    return [h('p', { class: 'notice', role: 'status' }, 'Your payment ' + payment.paymentId + ' is still being processed. It is taken once, even if you come back later.')];
  }
  return [h('p', { class: 'notice bad', role: 'alert' }, 'Nothing was taken: ' + (payment.failureReason || words(payment.state)) + ''),
    h('p', {}, h('button', { class: 'primary', type: 'button', onclick: again }, 'Try another way'))];
}

async function receipt(payment, api) {
  const page = new Blob([await api.text('/payments/' + payment.paymentId + '/receipt')], { type: 'text/html' });
  const link = h('a', { href: URL.createObjectURL(page), download: payment.receiptNumber + '.html' });
  link.click();
}

function explain(sums) {
  const rows = [['Total of the bill', sums.total], ['Paid so far', sums.paid], ['Credited', sums.credited], ['In dispute, not due', sums.disputed]];
  return h('dl', { class: 'sums' }, rows.filter(([, sum], i) => i === 0 || plain(sum) !== 0)
    .map(([name, sum]) => h('div', {}, h('dt', {}, name), h('dd', { class: 'amount' }, money(sum)))));
}

/** The form, once what is owed is known. */
function form(bill, due, account, methods, sandbox, api, draw) {
  const other = h('input', { type: 'text', id: 'other', inputmode: 'decimal', autocomplete: 'off', 'aria-label': 'Another amount', placeholder: due.dueNow.amount });
  const day = h('input', { type: 'date', id: 'day', 'aria-describedby': 'day-hint' });
  const button = h('button', { class: 'primary', type: 'submit' }, 'Pay ' + money(due.dueNow));
  const problem = h('p', { class: 'notice bad', role: 'alert', hidden: true });
  let sent = {};
  const more = plain(account.dueNow) > plain(due.dueNow);
  const amounts = h('fieldset', {}, h('legend', {}, 'Amount'),
    choice('amount', 'bill', 'This bill: ' + money(due.dueNow), null, true),
    more && choice('amount', 'account', 'Everything that is due: ' + money(account.dueNow), 'Oldest bills first', false),
    choice('amount', 'other', 'Another amount', null, false), other);
  const node = h('form', { novalidate: true }, amounts,
    h('fieldset', {}, h('legend', {}, 'Pay with'), methodList(methods, sandbox)),
    h('fieldset', {}, h('legend', {}, 'When'), day, h('p', { class: 'small', id: 'day-hint' }, 'At once when you choose no day.')),
    problem, h('p', {}, button));
  const value = (name) => node.querySelector('input[name=' + name + ']:checked')?.value;
  const chosen = () => ({ bill: due.dueNow.amount, account: account.dueNow.amount, other: other.value.trim() || '0' })[value('amount')];
  other.onfocus = () => { node.querySelector('#amount-other').checked = true; node.oninput(); };
  node.oninput = () => { button.textContent = (day.value ? 'Schedule ' : 'Pay ') + (Number(chosen()) > 0 ? money({ amount: chosen(), currency: due.dueNow.currency }) : ''); };
  node.onsubmit = async (e) => {
    e.preventDefault();
    button.disabled = true;
    problem.hidden = true;
    try {
      const sum = { amount: chosen(), currency: due.dueNow.currency };
      const body = { accountId: account.accountId, amount: sum, methodId: await methodId(value('method'), account.accountId, api) };
      if (day.value) body.scheduledFor = day.value;
      if (value('amount') === 'bill') body.applications = [{ invoiceNumber: due.invoiceNumber, amount: sum }];
      const same = JSON.stringify(body);
      if (sent.body !== same) sent = { body: same, key: crypto.randomUUID() }; // sending the same again pays once
      const payment = await api.post('/payments', body, sent.key);
      draw([h('p', { class: 'waiting', role: 'status' }, 'Your payment is being processed …')]);
      draw(outcome(await settled(payment, api), () => payPart(bill, api, draw), api));
    } catch (refused) {
      problem.textContent = refused.message;
      problem.hidden = false;
      button.disabled = false;
      problem.scrollIntoView({ block: 'nearest' });
    }
  };
  return node;
}

function head(bill, due) {
  const until = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(bill.dueDate + 'T00:00:00Z'));
  return [h('p', { class: 'kicker' }, 'Due now, by ' + until), h('p', { class: 'due' }, money(due))];
}

async function payPart(bill, api, draw) {
  const { invoiceNumber, accountId } = bill;
  const account = await api.list('/billing-accounts/' + accountId + '/balance');
  const due = account?.openInvoices.find((one) => one.invoiceNumber === invoiceNumber);
  if (!account) return draw(head(bill, bill.standing.dueNow));
  if (!due) return draw([h('p', { class: 'notice good' }, 'Nothing of this bill is open.')]);
  const top = [...head(bill, due.dueNow), explain(due)];
  if (plain(due.dueNow) <= 0) return draw([...top, h('p', { class: 'notice' }, 'What is open of this bill is in dispute. Nothing is due until that is decided.')]);
  const methods = await api.list('/payment-methods?accountId=' + encodeURIComponent(accountId));
  if (!methods) return draw([...top, h('p', { class: 'small' }, 'You lack the permission to pay here. Name ' + invoiceNumber + ' as the reference of a payment in the way agreed for account ' + accountId + '.')]);
  return draw([...top, form(bill, due, account, methods.items, methods.provider === 'sandbox', api, draw)]);
}

/** The section behind "Pay online" in the bill-ready mail. */
export async function pay(bill, api) {
  const node = h('section', { class: 'card pay', id: 'pay', 'aria-label': 'Pay this bill' });
  await payPart(bill, api, (nodes) => node.replaceChildren(...nodes.filter(Boolean)));
  return node;
}
