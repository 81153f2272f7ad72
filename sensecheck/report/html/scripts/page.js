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

// The mark of an entry: where it says that it stands in the text.
function markOf(entry) {
  const link = entry.querySelector('.place a');
  return link && targetOf(link);
}

// Brings an element to the middle of the screen; from far away without a ride through all the text.
function toMiddle(element) {
  const far = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight;
  element.scrollIntoView({ block: 'center', behavior: far || calm.matches ? 'auto' : 'smooth' });
}
