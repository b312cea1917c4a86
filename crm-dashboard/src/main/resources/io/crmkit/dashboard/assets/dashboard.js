// Says what happened and keeps the focus where it was after a part of the page was replaced. Everything works without it.
(function () {
  'use strict';
  var last = null;
  var wanted = null;

  function announce() {
    var said = document.querySelector('[data-live]');
    var live = document.getElementById('live');
    if (live) {
      live.textContent = said ? said.textContent : document.title;
    }
  }

  function refocus() {
    var target = wanted && document.getElementById(wanted);
    wanted = null;
    if (target) {
      target.setAttribute('tabindex', '-1');
      target.scrollIntoView({block: 'center'});
      target.focus({preventScroll: true});
      return;
    }
    var active = document.activeElement;
    if (active && active !== document.body && document.contains(active)) {
      return;
    }
    var goal = last && document.getElementById(last);
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
    wanted = (event.detail.elt && event.detail.elt.hash || '').slice(1) || null;
    last = (from && from.id) || (event.detail.elt && event.detail.elt.id) || null;
  });
  // On a phone the navigation is wider than the screen.
  function showWhere() {
    var here = document.querySelector('.top [aria-current]');
    if (here) {
      var bar = here.closest('ul');
      bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
    }
  }

  document.addEventListener('htmx:afterSettle', function () {
    announce();
    showWhere();
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
    showWhere();
    // Its address is relative to the page it came with, and stays right only if it no longer is.
    document.querySelectorAll('link[rel=icon]').forEach(function (icon) {
      icon.href = icon.href;
    });
    var mark = document.querySelector('.entry.focus');
    if (mark) {
      mark.scrollIntoView({block: 'center'});
      mark.focus({preventScroll: true});
    }
  });
})();
