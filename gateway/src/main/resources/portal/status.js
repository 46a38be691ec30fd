// Keeps the page fresh without reloading it, and says so when it cannot.
const EVERY = 5000;

async function refresh() {
  try {
    const answer = await fetch('/status', { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const board = fresh.getElementById('board');
    if (!board) throw new Error('no board');
    const focused = document.activeElement?.getAttribute('href');
    document.getElementById('board').replaceChildren(...board.childNodes);
    document.title = fresh.title;
    if (focused) document.querySelector(`a[href="${focused}"]`)?.focus();
    document.getElementById('refresh').textContent = 'Refreshes by itself.';
  } catch {
    document.getElementById('refresh').textContent = 'The gateway does not answer; this is what it said last.';
  }
}

document.getElementById('refresh').textContent = 'Refreshes by itself.';
setInterval(() => { if (!document.hidden) refresh(); }, EVERY);
