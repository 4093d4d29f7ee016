import { HEIGHT_MESSAGE } from "#web/view/address/embed-options.ts";

/**
 * `rocade-map.js`: the element `<rocade-map>`, which shows what stands in it, and the interactive map in its place when a
 * reader wants that: before, nothing is asked of the service that has it.
 */
export const ROCADE_MAP_SCRIPT = `// <rocade-map src="https://…/embed?…"> a picture, or any HTML </rocade-map>
// Shows the picture, and a button that opens the interactive map in its place. Until then nothing is asked of the address.
//   src          the address of an embedded map (/embed), http or https
//   date, lang   take the place of those in the address
//   height       of the map in pixels; 600 unless said
//   map-title    what it is, for those who hear the page
//   open-label, close-label   the words on the button
//   sandbox      what the map may do, as of an iframe
//   grows        the map says how high it is
(function () {
  "use strict";
  if (!("customElements" in window) || customElements.get("rocade-map")) return;
  class RocadeMap extends HTMLElement {
    connectedCallback() {
      if (this.bar) return;
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
        return;
      }
      if (!this.address()) return;
      this.still = Array.from(this.childNodes);
      this.bar = document.createElement("p");
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.addEventListener("click", () => this.toggle());
      this.bar.append(this.button);
      this.append(this.bar);
      this.told = (event) => {
        var data = event.data;
        if (!this.frame || event.source !== this.frame.contentWindow || !data) return;
        if (this.hasAttribute("grows") && data.type === "${HEIGHT_MESSAGE}") this.frame.height = String(Number(data.height) || 600);
      };
      addEventListener("message", this.told);
      this.say();
    }
    disconnectedCallback() {
      if (this.told) removeEventListener("message", this.told);
    }
    address() {
      try {
        var address = new URL(this.getAttribute("src") || "");
        if (address.protocol !== "https:" && address.protocol !== "http:") return null;
        ["date", "lang"].forEach((name) => {
          if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
        });
        return address;
      } catch (error) {
        return null;
      }
    }
    say() {
      this.button.textContent = this.frame
        ? this.getAttribute("close-label") || "Close the interactive map"
        : this.getAttribute("open-label") || "Open the interactive map";
      this.button.setAttribute("aria-expanded", String(Boolean(this.frame)));
    }
    toggle() {
      if (this.frame) {
        this.frame.remove();
        this.frame = null;
        this.prepend(...this.still);
      } else {
        this.still.forEach((one) => one.remove());
        this.frame = document.createElement("iframe");
        if (this.hasAttribute("sandbox")) this.frame.setAttribute("sandbox", this.getAttribute("sandbox"));
        this.frame.title = this.getAttribute("map-title") || "Rocade";
        this.frame.height = this.getAttribute("height") || "600";
        this.frame.allowFullscreen = true;
        this.frame.src = this.address().href;
        this.prepend(this.frame);
      }
      this.say();
    }
  }
  customElements.define("rocade-map", RocadeMap);
})();
`;
