/*
 * html.js - what a page for the web can do when scripts run; without them it is as complete. Tables are sorted by a
 * column and saved as CSV, text alternatives are copied, and what does not scroll is no stop of the keyboard.
 * Words are attributes of the body, so that they are in the language of the page.
 */
(function () {
  'use strict';
  const words = document.body.dataset;

  function make(name, text, className) {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function button(text, act) {
    const element = make('button', text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  function tools(block) {
    const line = make('p', '', 'tools tool');
    block.append(line);
    return line;
  }

  /* What a cell says: shorthand as it is seen, pictures by what they say. */
  function said(cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.vh, .end, .tool').forEach(function (part) { part.remove(); });
    copy.querySelectorAll('br').forEach(function (part) { part.replaceWith(' '); });
    copy.querySelectorAll('svg[aria-label]').forEach(function (picture) {
      const alone = copy.textContent.trim() === '';
      const label = picture.getAttribute('aria-label');
      picture.replaceWith(alone ? label : ' (' + label + ')');
    });
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }

  function number(text) {
    const found = /^[\u2212-]?\d[\d,]*(\.\d+)?/.exec(text);
    return found ? parseFloat(found[0].replace(/,/g, '').replace('\u2212', '-')) : NaN;
  }

  /* -- sorting ------------------------------------------------------------------------------------ */

  function compare(a, b) {
    const x = number(a), y = number(b);
    if (!isNaN(x) && !isNaN(y)) return x - y;
    /* What has no figure stands last. */
    if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
    return a.localeCompare(b, document.documentElement.lang);
  }

  function sort(body, column, direction) {
    const rows = Array.from(body.rows);
    const order = rows.filter(function (row) { return !row.classList.contains('total'); });
    const key = new Map(order.map(function (row) { return [row, said(row.cells[column])]; }));
    order.sort(function (a, b) {
      const place = Number(a.dataset.place) - Number(b.dataset.place);
      if (direction === 0) return place;
      const numbers = !isNaN(number(key.get(a))) && !isNaN(number(key.get(b)));
      const way = compare(key.get(a), key.get(b));
      const mixed = isNaN(number(key.get(a))) !== isNaN(number(key.get(b)));
      return (mixed && !numbers ? way : way * direction) || place;
    });
    /* Totals stay where they are: first or last. */
    let next = 0;
    rows.forEach(function (row) {
      body.append(row.classList.contains('total') ? row : order[next++]);
    });
  }

  function headsOf(table) {
    return table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
  }

  function press(table, head) {
    const before = head.getAttribute('aria-sort');
    const after = before === 'ascending' ? 'descending' : before === 'descending' ? null : 'ascending';
    headsOf(table).forEach(function (other) { other.removeAttribute('aria-sort'); });
    if (after) head.setAttribute('aria-sort', after);
    sort(table.tBodies[0], head.cellIndex, after === 'ascending' ? 1 : after === 'descending' ? -1 : 0);
  }

  function addSorting(table) {
    if (table.tBodies.length !== 1 || table.tBodies[0].rows.length < 4 || table.querySelector('[rowspan]') ||
        table.matches('.open, .boxed, .stacks')) return;
    Array.from(table.tBodies[0].rows).forEach(function (row, place) { row.dataset.place = place; });
    headsOf(table).forEach(function (head) {
      if (head.textContent === '' || head.classList.contains('sparkline')) return;
      const sorting = button('', function () { press(table, head); });
      sorting.append(...head.childNodes);
      head.append(sorting);
    });
    if (table.caption) table.caption.append(make('span', ' ' + words.sort, 'vh tool'));
  }

  /* -- saving a table ----------------------------------------------------------------------------- */

  /* Figures as programs read them; RFC 4180. */
  function field(text) {
    if (/^[\u2212-]?\d{1,3}(,\d{3})*(\.\d+)?$/.test(text)) text = text.replace(/,/g, '').replace('\u2212', '-');
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(table) {
    const grouped = table.querySelector('.group') !== null;
    const lines = [headsOf(table).map(said)];
    if (grouped) lines[0].unshift('');
    Array.from(table.tBodies).forEach(function (body) {
      let group = '';
      Array.from(body.rows).forEach(function (row) {
        if (row.classList.contains('group')) {
          group = said(row.cells[0]);
          return;
        }
        lines.push((grouped ? [group] : []).concat(Array.from(row.cells).map(said)));
      });
    });
    return lines.map(function (line) { return line.map(field).join(',') + '\r\n'; }).join('');
  }

  function save(name, text) {
    const link = document.createElement('a');
    /* The mark by which spreadsheet programs know UTF-8. */
    link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function addSaving(table) {
    if (!table.caption) return;
    tools(table.closest('.table')).append(
      button(words.download.replace('{table}', table.dataset.name), function () {
        save(table.dataset.file + '.csv', csv(table));
      }));
  }

  /* -- copying a text alternative ------------------------------------------------------------------ */

  function addCopying(figure) {
    const title = figure.querySelector('svg > title');
    if (!navigator.clipboard || !title) return;
    const line = tools(figure), done = make('span', '');
    done.setAttribute('role', 'status');
    line.append(button(words.copy.replace('{figure}', figure.dataset.name), function () {
      navigator.clipboard.writeText(figure.dataset.alternative || title.textContent).then(function () { done.textContent = words.copied; });
    }), done);
  }

  /* -- stops of the keyboard ----------------------------------------------------------------------- */

  const stops = Array.from(document.querySelectorAll('[role="region"][tabindex], [role="group"][tabindex]')).map(
    function (region) {
      const hint = make('p', words.scrolls, 'hint tool');
      region.before(hint);
      return { region: region, hint: hint, attributes: ['role', 'tabindex', 'aria-labelledby', 'aria-label'].map(function (name) {
        return [name, region.getAttribute(name)];
      }) };
    });

  function settle() {
    stops.forEach(function (stop) {
      const region = stop.region;
      const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
      stop.attributes.forEach(function (attribute) {
        if (scrolls && attribute[1] !== null) region.setAttribute(attribute[0], attribute[1]);
        else region.removeAttribute(attribute[0]);
      });
      stop.hint.hidden = region.scrollWidth <= region.clientWidth + 1;
    });
  }

  document.querySelectorAll('table').forEach(function (table) {
    addSorting(table);
    addSaving(table);
  });
  document.querySelectorAll('figure').forEach(addCopying);
  settle();
  window.addEventListener('resize', settle);
  window.addEventListener('load', settle);
})();
