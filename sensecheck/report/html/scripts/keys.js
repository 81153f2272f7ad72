// Single keys: j, k, /, ? and Esc.

function statements() {
  const marks = all('.text a.m:not(.off)');
  const made = marks.filter((mark) => !mark.matches('.figure'));
  if (made.length) return made;
  return marks.length ? marks : all('.claims tr:not([hidden]) td a');
}

function step(by) {
  const list = statements();
  if (!list.length) return;
  const from = list.indexOf(document.activeElement) >= 0 ? document.activeElement : origin;
  let index = list.indexOf(from);
  if (index >= 0) index += by;
  else if (from) index = nextTo(list, from, by);
  else index = by > 0 ? 0 : list.length - 1;
  const next = list[(index + list.length) % list.length];
  quietly = true;
  next.focus({ preventScroll: true });
  quietly = false;
  toMiddle(next);
  reveal(next.matches('.m') ? opens(next) : [targetOf(next)].filter(Boolean), next);
}

// Where a list goes on from an element that is not in it.
function nextTo(list, element, by) {
  const after = list.findIndex((each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (by > 0) return after < 0 ? 0 : after;
  return after < 0 ? list.length - 1 : after - 1;
}

function leave() {
  const find = byId('find');
  if (document.activeElement === find && find.value) {
    find.value = '';
    wanted = '';
    applyFilters();
  } else if (document.activeElement.closest('.panel') && origin) {
    goTo(origin);
  } else if (opened.length) {
    const back = origin;
    hide();
    if (back) goTo(back);
  } else {
    showEverything();
  }
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || byId('help').open) return;
  if (event.key === 'Escape') {
    leave();
    return;
  }
  const typing = event.target.closest('input, textarea, select');
  if (typing || !byId('keys-on').checked) return;
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    '/': () => byId('find').focus(),
    '?': () => byId('help').showModal(),
  };
  if (Object.hasOwn(actions, event.key)) {
    event.preventDefault();
    actions[event.key]();
  }
}
