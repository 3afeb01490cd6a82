/** Goes on to the next cell with something wrong after one that was mended; stays where there is none. */
export function focusNextBad(from: HTMLElement): void {
  // once the cell is drawn as it is now, and the panel has given the focus back
  requestAnimationFrame(() => {
    const list = from.closest('[data-rows]')
    const bad = [...(list?.querySelectorAll<HTMLElement>('[data-bad]') ?? [])]
    const next = bad.find(
      (cell) => (from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    ;(next ?? bad[0] ?? from).focus()
  })
}
