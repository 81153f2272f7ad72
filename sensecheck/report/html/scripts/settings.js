'use strict';
// What the reader chose, kept by the browser where it lets us; set before anything is painted.

const root = document.documentElement;
root.classList.add('js');

function recall(name) {
  try { return localStorage.getItem(`sensecheck-${name}`) || ''; } catch { return ''; }
}

function keep(name, value) {
  try { localStorage.setItem(`sensecheck-${name}`, value); } catch { /* then for this visit only */ }
}

const THEMES = ['auto', 'dark', 'light'];

function setTheme(theme) {
  if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
  keep('theme', theme);
}

let theme = THEMES.includes(recall('theme')) ? recall('theme') : 'auto';
setTheme(theme);
