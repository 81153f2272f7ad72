// Finding things on the page.

const wide = matchMedia('(min-width: 64rem)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

function byId(id) {
  return document.getElementById(id);
}

// What a link in the page leads to; null for other links.
function targetOf(link) {
  try { return byId(decodeURIComponent(link.hash.slice(1))); } catch { return null; }
}

// The entries of the panel that a mark opens, the most important first.
function opens(mark) {
  const ids = mark.dataset.opens ? mark.dataset.opens.split(' ') : [mark.hash.slice(1)];
  return ids.map(byId).filter(Boolean);
}

// The mark of each entry: the first that opens it before all others, else the first that does.
let markOf = new Map();

function indexMarks() {
  const marks = all('.text a.m');
  for (const first of [true, false]) {
    for (const mark of marks) {
      for (const entry of opens(mark).slice(0, first ? 1 : undefined)) {
        if (!markOf.has(entry)) markOf.set(entry, mark);
      }
    }
  }
}

function scrollTo(element) {
  element.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
}
