/** `kit.js`: lays two dates over each other and keeps the picture of the step that is read. Without it the page reads as well. */
export const KIT_SCRIPT = `// Two dates laid over each other, and the picture of the step that is read. No request, no storage, no tracking.
(function () {
  "use strict";
  document.querySelectorAll(".before-after").forEach(function (part) {
    var stage = part.querySelector(".stage");
    var range = part.querySelector("input[type=range]");
    var names = part.dataset;
    function show() {
      var at = Number(range.value);
      stage.style.setProperty("--at", String(at));
      stage.classList.toggle("is-earlier", at >= 50);
      range.setAttribute("aria-valuetext", names.before + ": " + at + " %, " + names.after + ": " + (100 - at) + " %");
    }
    function edge(name) {
      return parseFloat(getComputedStyle(stage).getPropertyValue("--" + name)) / 100;
    }
    function follow(event) {
      var box = stage.getBoundingClientRect();
      var left = edge("left");
      var share = ((event.clientX - box.left) / box.width - left) / (edge("right") - left);
      range.value = String(Math.round(100 * Math.min(1, Math.max(0, share))));
      show();
    }
    part.classList.add("is-live");
    part.querySelector(".slide").hidden = false;
    range.addEventListener("input", show);
    stage.addEventListener("pointerdown", function (event) {
      if (event.button !== 0) return;
      stage.setPointerCapture(event.pointerId);
      follow(event);
    });
    stage.addEventListener("pointermove", function (event) {
      if (stage.hasPointerCapture(event.pointerId)) follow(event);
    });
    stage.addEventListener("dragstart", function (event) { event.preventDefault(); });
    show();
  });
  document.querySelectorAll(".steps").forEach(function (list) {
    if (!("IntersectionObserver" in window)) return;
    var steps = Array.prototype.slice.call(list.children);
    function read(step) {
      steps.forEach(function (one) { one.classList.toggle("is-current", one === step); });
    }
    var watch = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) { if (one.isIntersecting) read(one.target.parentElement); });
    }, { rootMargin: "-45% 0px -50% 0px" });
    list.classList.add("is-live");
    steps.forEach(function (step) { watch.observe(step.querySelector(".words")); });
    if (steps[0]) read(steps[0]);
  });
})();
`;
