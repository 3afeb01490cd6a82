/** A colour over another, both as they stand in the memory of a picture: alpha, blue, green, red; `share` 0 … 256 of the upper. */
export function mixed(below: number, above: number, share: number): number {
  const kept = 256 - share
  return (
    0xff000000 |
    (((Math.imul(below & 0xff00ff, kept) + Math.imul(above & 0xff00ff, share) + 0x800080) >>> 8) & 0xff00ff) |
    (((Math.imul(below & 0x00ff00, kept) + Math.imul(above & 0x00ff00, share) + 0x008000) >>> 8) & 0x00ff00)
  )
}

/** A colour of CSS as it stands in the memory of a picture. */
export function colourReader(): (colour: string) => number {
  const known = new Map<string, number>()
  const ruler = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  return (colour) => {
    const seen = known.get(colour)
    if (seen !== undefined) return seen
    ruler.fillStyle = colour
    ruler.fillRect(0, 0, 1, 1)
    const packed = new Int32Array(ruler.getImageData(0, 0, 1, 1).data.buffer)[0]!
    known.set(colour, packed)
    return packed
  }
}
