// Comfort on the check pages: drop a file, copy a correction. Everything works without it.
"use strict";

const box = document.querySelector("#text");
if (box) {
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    box.classList.remove("over");
    if (file) {
      event.preventDefault();
      box.value = await file.text();
    }
  });
}

const story = document.querySelector(".checked");
if (story && navigator.clipboard) {
  for (const words of story.querySelectorAll("[data-write]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = story.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(words.textContent);
      button.textContent = story.dataset.copied;
    });
    words.after(button);
  }
}
