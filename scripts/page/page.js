// A quotation that a mark opened closes with Escape or its own link, and the focus goes back to the mark.
"use strict";
let opener = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#c-"]');
  if (link && !link.closest(".quotation:target")) opener = link;
  if (event.target.closest(".close")) { event.preventDefault(); close(); }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
function close() {
  if (!document.querySelector(".quotation:target")) return;
  const x = scrollX, y = scrollY;
  location.hash = "#closed";
  scrollTo(x, y);
  if (opener) opener.focus({ preventScroll: true });
}
// A name in the network leads to a list, which opens.
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.matches("details")) target.open = true;
});
