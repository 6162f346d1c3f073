// Gives each line that can be copied a button that copies it, and says so where a screen reader hears it.
for (const line of document.querySelectorAll("[data-copy]")) {
  const words = line.querySelector("[data-copy-text]");
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "button button-secondary copy";
  button.textContent = line.dataset.copy;
  said.className = "copy-said";
  said.setAttribute("role", "status"); // a polite live region, in the page before anything is said
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      said.textContent = line.dataset.copied;
    } catch {
      getSelection().selectAllChildren(words);
      said.textContent = line.dataset.failed;
    }
  });
  line.append(button, said);
}
