// Filters: the counts of the summary, and words to find. What does not match steps back.

const chosen = new Set();
let wanted = '';
const texts = new Map();

function textOf(entry) {
  if (!texts.has(entry)) texts.set(entry, entry.textContent.toLowerCase());
  return texts.get(entry);
}

function fits(element, entries) {
  const is = (element.dataset.is || '').split(' ');
  if (chosen.size && !is.some((name) => chosen.has(name))) return false;
  return !wanted || entries.some((entry) => textOf(entry).includes(wanted));
}

function applyFilters() {
  const active = chosen.size > 0 || wanted !== '';
  root.classList.toggle('filtering', active);
  byId('everything').hidden = !active;
  let marks = 0;
  for (const mark of all('.text .m')) {
    const shown = !active || (mark.matches('a') && fits(mark, opens(mark)));
    mark.classList.toggle('off', !shown);
    marks += shown ? 1 : 0;
  }
  let rows = 0;
  for (const row of all('.claims tr[data-is], .numbers li')) {
    const entry = targetOf(row.querySelector('a'));
    row.hidden = active && !fits(row, entry ? [entry] : [row]);
    rows += row.hidden || row.matches('li') ? 0 : 1;
  }
  for (const part of all('.claims tbody')) {
    part.hidden = all('tr[data-is]', part).every((row) => row.hidden);
  }
  byId('status').textContent = active ? `${count(rows, 'statement')}, ${count(marks, 'mark')} in the text` : '';
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function choose(button) {
  const name = button.dataset.filter;
  const on = !chosen.has(name);
  if (on) chosen.add(name); else chosen.delete(name);
  button.setAttribute('aria-pressed', String(on));
  applyFilters();
}

function showEverything() {
  chosen.clear();
  wanted = '';
  byId('find').value = '';
  all('.count').forEach((button) => button.setAttribute('aria-pressed', 'false'));
  applyFilters();
}

// Links to the lists become buttons that filter.
function makeButtons() {
  for (const link of all('a.count')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = link.className;
    button.dataset.filter = link.dataset.filter;
    button.setAttribute('aria-pressed', 'false');
    button.append(...link.childNodes);
    button.addEventListener('click', () => choose(button));
    link.replaceWith(button);
  }
}
