/*
 * watch.js - makes a page that "gradient watch" shows follow its report: it asks the program for news, loads the page
 * anew when there is a newer one, and shows messages at the foot of the window. Never a part of the written edition.
 * What is said of files is put in as text alone.
 */
(function () {
  'use strict';
  const own = document.currentScript.dataset;
  const store = 'gradient watch ' + own.page;
  let number = -1;

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* -- the place of the reader ---------------------------------------------------------------------- */

  /* The last named element that begins above the upper edge, or the first: text above it may grow or shrink. */
  function landmark() {
    let found = null;
    for (const element of document.querySelectorAll('main [id]')) {
      if (element.getClientRects().length === 0 || element.closest('svg')) continue;
      if (found !== null && element.getBoundingClientRect().top > 1) break;
      found = element;
    }
    return found;
  }

  function keepPlace() {
    const mark = landmark();
    const open = Array.from(document.querySelectorAll('main details'), function (part) { return part.open; });
    const place = {
      id: mark === null ? '' : mark.id, from: mark === null ? 0 : mark.getBoundingClientRect().top,
      x: window.scrollX, y: window.scrollY, open: open, focus: document.activeElement === null ? '' : document.activeElement.id
    };
    try { sessionStorage.setItem(store, JSON.stringify(place)); } catch (none) { /* then the browser's own way must do */ }
  }

  function takePlace() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(store));
      sessionStorage.removeItem(store);
    } catch (none) { return null; }
    return place;
  }

  function goTo(place) {
    const mark = place.id === '' ? null : document.getElementById(place.id);
    const y = mark === null ? place.y : window.scrollY + mark.getBoundingClientRect().top - place.from;
    window.scrollTo({ left: place.x, top: y, behavior: 'instant' });
  }

  function restore(place) {
    const details = document.querySelectorAll('main details');
    const focus = place.focus === '' ? null : document.getElementById(place.focus);
    if (details.length === place.open.length)
      details.forEach(function (part, index) { part.open = place.open[index]; });
    if (focus !== null) focus.focus({ preventScroll: true });
    goTo(place);
    window.addEventListener('load', function () {
      goTo(place);
      history.scrollRestoration = 'auto';
    }, { once: true });
  }

  function reload() {
    keepPlace();
    history.scrollRestoration = 'manual';
    location.reload();
  }

  /* -- messages ------------------------------------------------------------------------------------- */

  const panel = make('section', 'live-panel');
  const alert = make('div', 'live-errors');
  const status = make('div', 'live-others');
  panel.lang = 'en-GB';
  panel.setAttribute('aria-label', 'gradient watch');
  panel.tabIndex = 0;
  panel.hidden = true;
  alert.setAttribute('role', 'alert');
  status.setAttribute('role', 'status');

  function count(many, one, words) {
    return many + ' ' + (many === 1 ? one : words);
  }

  function list(messages) {
    const items = make('ol');
    for (const message of messages) {
      const item = make('li');
      const place = message.file + (message.line > 0 ? ':' + message.line + ':' + message.column : '');
      if (message.file) item.append(make('code', '', place), ' ');
      item.append(make('strong', '', message.level + ':'), ' ' + message.message);
      if (message.detail) item.append(': ' + message.detail);
      item.append(' [' + message.id + ']');
      if (message.repeats > 0) item.append(' and ' + message.repeats + ' more of these');
      if (message.hint) item.append(make('p', 'live-hint', message.hint));
      items.append(item);
    }
    return items;
  }

  /* Room at the end of the page, so that the panel covers nothing for good. */
  function makeRoom() {
    const height = panel.hidden ? '' : panel.offsetHeight + 'px';
    document.body.style.paddingBottom = height;
    document.documentElement.style.scrollPaddingBottom = height;
  }

  function showErrors(errors) {
    alert.replaceChildren();
    if (errors.length === 0) return;
    alert.append(make('p', 'live-title', count(errors.length, 'error', 'errors') +
      (document.body.classList.contains('live-nothing') ? '' : ': this page is the last statement without errors')));
    alert.append(list(errors));
  }

  function showOthers(others) {
    const warnings = others.filter(function (one) { return one.level === 'warning'; }).length;
    const words = [];
    status.replaceChildren();
    if (others.length === 0) return;
    if (warnings > 0) words.push(count(warnings, 'warning', 'warnings'));
    if (warnings < others.length) words.push(count(others.length - warnings, 'note', 'notes'));
    const more = make('details');
    more.append(make('summary', '', words.join(', ')), list(others));
    more.addEventListener('toggle', makeRoom);
    status.append(more);
  }

  function show(news) {
    const messages = news.messages || [];
    const errors = messages.filter(function (one) { return one.level === 'error'; });
    showErrors(errors);
    showOthers(messages.filter(function (one) { return one.level !== 'error'; }));
    panel.hidden = messages.length === 0;
    makeRoom();
  }

  function showLost() {
    alert.replaceChildren(make('p', 'live-title', 'gradient watch has ended: this page does not follow its files any more'));
    status.replaceChildren();
    panel.hidden = false;
    number = -1;
    makeRoom();
  }

  /* -- news ----------------------------------------------------------------------------------------- */

  function pause(milliseconds) {
    return new Promise(function (done) { setTimeout(done, milliseconds); });
  }

  async function ask() {
    const query = new URLSearchParams({ page: own.page, version: own.version, number: number });
    const answer = await fetch('/live/news?' + query, { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  async function follow() {
    for (let lost = 0;;) {
      try {
        const news = await ask();
        lost = 0;
        if (String(news.version) !== own.version) {
          reload();
          return;
        }
        if (news.number !== number) {
          number = news.number;
          show(news.news);
        }
      } catch (fault) {
        if (++lost === 2) showLost();
        await pause(1000);
      }
    }
  }

  const place = takePlace();
  if (place !== null) restore(place);
  panel.append(alert, status);
  document.body.append(panel);
  follow();
})();
