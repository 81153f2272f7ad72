// The panel: which proofs are open, and what of the text they speak of.

let opened = [];
let origin = null;
let quietly = false;

// Opens entries; `mark` is where the reader comes from, or the mark of the first entry.
function reveal(entries, mark = entries.length ? markOf(entries[0]) : null) {
  if (!entries.length) return;
  hide();
  opened = entries;
  origin = mark;
  entries.forEach((entry, index) => {
    entry.classList.add('open');
    entry.style.order = index;
  });
  const panel = entries[0].closest('.panel');
  panel.classList.add('showing');
  panel.scrollTop = 0;
  root.classList.add('sheet');
  light(entries[0], mark);
}

function hide() {
  opened.forEach((entry) => entry.classList.remove('open'));
  all('.panel.showing').forEach((panel) => panel.classList.remove('showing'));
  all('.here, .input, .chosen').forEach((piece) => piece.classList.remove('here', 'input', 'chosen'));
  root.classList.remove('sheet');
  opened = [];
}

function light(entry, mark) {
  const text = entry.closest('.file').querySelector('.text');
  if (!text) return;
  for (const [name, stretches] of [['input', entry.dataset.inputs], ['here', entry.dataset.quoted]]) {
    for (const piece of within(text, stretches)) {
      piece.classList.remove('input');
      piece.classList.add(name);
    }
  }
  if (mark) mark.classList.add('here', 'chosen');
}

const offsets = new WeakMap();

// The pieces of the text that begin in some stretches, '310-330 402-409'.
function within(text, stretches) {
  if (!stretches) return [];
  if (!offsets.has(text)) offsets.set(text, all('[data-at]', text).map((piece) => [Number(piece.dataset.at), piece]));
  const pieces = offsets.get(text);
  const found = [];
  for (const stretch of stretches.split(' ')) {
    const [start, end] = stretch.split('-').map(Number);
    let low = 0;
    for (let high = pieces.length; low < high;) {
      const middle = (low + high) >> 1;
      if (pieces[middle][0] < start) low = middle + 1; else high = middle;
    }
    for (; low < pieces.length && pieces[low][0] < end; low += 1) found.push(pieces[low][1]);
  }
  return found;
}

// To a mark, with its proof left as it is.
function goTo(mark) {
  quietly = true;
  mark.focus({ preventScroll: true });
  quietly = false;
  toMiddle(mark);
}

// A step that the browser can go back from; a page in a frame may not be allowed to make one.
function visit(hash) {
  try { history.pushState(null, '', hash); } catch { /* then there is no way back */ }
}

// Follows a link inside the page the way the panel wants it.
function follow(link, target, withKeys) {
  if (target.matches('.entry')) {
    const isMark = link.matches('.text .m');
    reveal(isMark ? opens(link) : [target], isMark ? link : undefined);
    visit(link.hash);
    if (isMark) link.scrollIntoView({ block: 'nearest' });
    else if (origin) toMiddle(origin);
    else target.closest('.panel').scrollIntoView({ block: 'nearest' });
    if (withKeys || !isMark) target.focus({ preventScroll: true });
  } else if (target.matches('.m')) {
    visit(link.hash);
    goTo(target);
  } else {
    return false;
  }
  return true;
}

// The entry that the address names, on arrival and on the way back.
function arrive() {
  let entry = null;
  try { entry = byId(decodeURIComponent(location.hash.slice(1))); } catch { return false; }
  if (!entry || !entry.matches('.entry')) return false;
  reveal([entry]);
  if (origin) toMiddle(origin);
  return true;
}
