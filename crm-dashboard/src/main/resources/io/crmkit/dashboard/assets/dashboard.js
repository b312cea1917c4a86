// Says what happened and keeps the focus where it was after a part of the page was replaced. Everything works without it.
(function () {
  'use strict';
  var last = null;

  function announce() {
    var said = document.querySelector('[data-live]');
    var live = document.getElementById('live');
    if (live) {
      live.textContent = said ? said.textContent : document.title;
    }
  }

  function refocus() {
    var active = document.activeElement;
    if (active && active !== document.body && document.contains(active)) {
      return;
    }
    var hash = window.location.hash.slice(1);
    var goal = (hash && document.getElementById(hash)) || (last && document.getElementById(last));
    if (!goal || goal.closest('details:not([open])')) {
      goal = document.getElementById('main');
    }
    if (goal) {
      if (!goal.matches('a[href],button,input,select,textarea,summary,[tabindex]')) {
        goal.setAttribute('tabindex', '-1');
      }
      goal.focus({preventScroll: goal.id === last});
    }
  }

  document.addEventListener('htmx:beforeRequest', function (event) {
    var from = document.activeElement;
    last = (from && from.id) || (event.detail.elt && event.detail.elt.id) || null;
  });
  document.addEventListener('htmx:afterSettle', function () {
    announce();
    refocus();
  });
  // A refusal is a page too: show it.
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.detail.xhr.status >= 400) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener('change', function (event) {
    var all = event.target.closest && event.target.closest('[data-pick-all]');
    if (all) {
      document.querySelectorAll('input[name=id]').forEach(function (box) {
        box.checked = all.checked;
      });
    }
  });
  document.addEventListener('DOMContentLoaded', function () {
    var mark = document.querySelector('.entry.focus');
    if (mark) {
      mark.scrollIntoView({block: 'center'});
      mark.focus({preventScroll: true});
    }
  });
})();
