/**
 * The SVG of the server as an element of the page, so that it takes the font of the page and needs
 * no frame. Its description becomes text; only SVG is taken over.
 */
export function readPicture(text: string): {omschrijving: string; svg: SVGElement} {
  const {documentElement: root} = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (!(root instanceof SVGElement) || root.querySelector('parsererror') !== null) {
    throw new SyntaxError('answer is no SVG');
  }
  for (const unwanted of root.querySelectorAll('script, foreignObject, style')) unwanted.remove();
  return {
    omschrijving: root.getAttribute('aria-label') ?? root.querySelector('desc')?.textContent ?? '',
    svg: document.importNode(root, true),
  };
}
