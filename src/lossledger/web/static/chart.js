// A chart that answers to the pointer, in place of its picture. Without this the picture stays.
"use strict";

const figure = document.querySelector("figure[data-spec]");
const picture = figure.querySelector("picture");
const narrow = figure.clientWidth < 600;

const answer = await fetch(`${figure.dataset.spec}&size=${narrow ? "narrow" : "wide"}`);
if (answer.ok) {
  const spec = await answer.json();
  spec.background = "transparent"; // the page's own, light or dark
  await import("/static/vega.js");
  const place = document.createElement("div");
  place.className = "moving";
  place.hidden = true;
  picture.after(place);
  const names = spec.encoding?.y?.field === "name"; // names of claimants need room of their own
  const room = figure.clientWidth - (narrow ? (names ? 60 : 110) : names ? 450 : 120);
  if (narrow) spec.width = Math.max(200, room);
  else if (room > spec.width) {
    spec.width = room;
    spec.height = names ? spec.height : Math.max(320, spec.height);
  }
  await window.vegaEmbed(place, spec, {
    ast: true, // no code is made from text: the page's policy forbids it
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
  });
  place.tabIndex = 0; // it may have to be scrolled
  place.hidden = false;
  picture.hidden = true;
}
