// Everything is put to work once the page is there.

document.addEventListener('DOMContentLoaded', () => {
  makeButtons();
  all('#theme, #help-button, #find-row, .close').forEach((element) => { element.hidden = false; });

  const themeButton = byId('theme');
  const showTheme = () => { themeButton.textContent = `Theme: ${theme}`; };
  showTheme();
  themeButton.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    setTheme(theme);
    showTheme();
  });

  const keysOn = byId('keys-on');
  keysOn.checked = recall('keys') !== 'off';
  keysOn.addEventListener('change', () => keep('keys', keysOn.checked ? 'on' : 'off'));
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  byId('help-close').addEventListener('click', () => byId('help').close());
  all('.close').forEach((button) => button.addEventListener('click', () => {
    const back = origin;
    hide();
    if (back) goTo(back);
  }));

  const find = byId('find');
  find.addEventListener('input', () => {
    wanted = find.value.trim().toLowerCase();
    applyFilters();
  });
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') step(1);
  });
  byId('everything').addEventListener('click', () => {
    showEverything();
    find.focus();
  });

  document.addEventListener('click', (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[href^="#"]');
    const target = link && targetOf(link);
    if (target && follow(link, target, event.detail === 0)) event.preventDefault();
  });
  document.addEventListener('focusin', (event) => {
    if (!quietly && event.target.matches('.text a.m:focus-visible')) reveal(opens(event.target), event.target);
  });
  document.addEventListener('keydown', press);
  addEventListener('popstate', arrive);

  // What sticks to the top hides what is behind it: others keep clear of its height.
  new ResizeObserver(([bar]) => {
    const height = wide.matches ? bar.borderBoxSize[0].blockSize : 0;
    root.style.setProperty('--bar', `${height}px`);
  }).observe(byId('filters'));

  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = all('details:not([open])');
    unfolded.forEach((element) => { element.open = true; });
  });
  addEventListener('afterprint', () => unfolded.forEach((element) => { element.open = false; }));

  // On a wide screen the first trouble is open, so that one sees at once what a proof looks like.
  if (!arrive() && wide.matches) {
    const first = ['fail', 'conflict', 'discrepancy'].map((kind) => document.querySelector(`.text a.m.${kind}`)).find(Boolean);
    if (first) reveal(opens(first), first);
  }
});
