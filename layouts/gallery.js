/*
 * gallery.js - buttons that copy the words of a chart; after html.js. Without it the words are there to be selected.
 */
(function () {
  'use strict';
  if (!navigator.clipboard) return;
  document.querySelectorAll('[data-copies]').forEach(function (words) {
    const line = document.createElement('p'), button = document.createElement('button');
    const done = document.createElement('span');
    line.className = 'tools tool';
    done.setAttribute('role', 'status');
    button.type = 'button';
    button.textContent = words.dataset.copies;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(words.textContent).then(function () {
        done.textContent = document.body.dataset.copied;
      });
    });
    line.append(button, done);
    words.after(line);
  });
})();
