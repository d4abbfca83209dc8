// A chart that answers to the pointer, in place of its picture. Without this the picture stays.
"use strict";

const figure = document.querySelector("figure[data-spec]");
const picture = figure.querySelector("picture");

// A line in pieces of at most so many letters, broken at spaces.
function broken(line, letters) {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const answer = await fetch(figure.dataset.spec);
if (answer.ok) {
  const spec = await answer.json();
  spec.background = "transparent"; // the page's own, light or dark
  await import("/static/vega.js");
  const place = document.createElement("div");
  place.className = "moving";
  place.hidden = true;
  picture.after(place);
  const room = figure.clientWidth - 120;
  const names = spec.encoding?.y?.field === "name" && spec.encoding.y.axis; // names of claimants need room of their own
  if (names && room < 600) {
    names.labelLimit = Math.floor((room + 60) * 0.62);
    spec.width = Math.max(110, Math.floor((room + 60) * 0.38));
  }
  if (names && room > 700) spec.width = room - 330;
  if (!names && room > spec.width) {
    spec.width = room;
    spec.height = 320;
  }
  if (room < spec.width || (names && room < 600)) {
    spec.width = names ? spec.width : Math.max(220, room);
    const letters = Math.floor(figure.clientWidth / 8);
    spec.title.text = spec.title.text.flatMap((line) => broken(line, letters));
    spec.title.subtitle = broken(spec.title.subtitle, Math.floor(letters * 1.2));
    spec.config.title.fontSize = 14;
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
