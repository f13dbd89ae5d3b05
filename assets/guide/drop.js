// A photograph may fall anywhere on the page: it is put into Streamlit's own uploader, which checks and sends it.

/**
 * Have photographs fall anywhere, until the signal says that the deck has gone.
 * @param {() => void} fallen some have
 * @param {AbortSignal} signal
 */
export function catchPhotographs(fallen, signal) {
  document.addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); }, { signal });
  document.addEventListener("drop", (event) => {
    const inside = event.target instanceof Element && event.target.closest('[data-testid="stFileUploaderDropzone"]');
    if (!event.dataTransfer || !carriesFiles(event) || inside) return;
    event.preventDefault(); // or the browser would leave the page for the file
    const input = document.querySelector('.st-key-photos input[type="file"]');
    if (!(input instanceof HTMLInputElement)) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    fallen();
  }, { signal, capture: true });
}

/** @param {DragEvent} event */
function carriesFiles(event) {
  return Boolean(event.dataTransfer?.types.includes("Files"));
}
